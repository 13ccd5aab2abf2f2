"""Whether an address on the network is one that a stranger's link may lead to."""

from ipaddress import IPv4Address, IPv6Address, ip_network

Address = IPv4Address | IPv6Address

# Networks whose addresses carry an IPv4 address in their last 32 bits: NAT64 (RFC 6052, 8215) and
# the old IPv4-compatible form (RFC 4291, 2.5.5.1).
_CARRYING = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))


def is_public(address: Address) -> bool:
    """Whether the address is on the open internet: not private, loopback, link-local, reserved.

    An IPv6 address that carries an IPv4 address is judged by that one too (RFC 4291, 3056, 4380,
    6052).
    """
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        carried = _carried(address)
        if carried:
            return all(is_public(one) for one in carried)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: IPv6Address) -> list[IPv4Address]:
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address.teredo is not None:
        return list(address.teredo)
    if any(address in network for network in _CARRYING):
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []
