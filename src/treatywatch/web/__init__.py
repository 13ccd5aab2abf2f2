"""The faces in a browser and for programs: pages, REST, feeds. They hold no knowledge of their own.

Needs the ``web`` extra; nothing here is imported by any other face.
"""
