"""Lists of short lines: "Finland: acceded in 2012", "Never joined: China, India"."""
