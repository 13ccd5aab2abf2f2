"""Services elsewhere that are asked over the network, and only if the user names them."""
