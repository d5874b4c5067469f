"""The socket itself. Accept first: a browser that is refused at the handshake never learns why."""

import logging

from notifications.live.line import Line
from notifications.live.numbers import admit
from org.sockets import codes
from org.sockets.callers import Caller

logger = logging.getLogger("hzh.live")


async def me(scope, receive, send):
    from notifications.live.hub import Hub

    await receive()
    try:
        await send({"type": "websocket.accept"})
        hub = Hub.here()
        admission = await hub.threads(admit, Caller.of(scope))
        refusal = admission if isinstance(admission, int) else None
        if not refusal and not hub.has_room_for(admission.person):
            refusal = codes.FULL
        if refusal:
            await send({"type": "websocket.close", "code": refusal})
            return
    except OSError:
        return  # left already
    except Exception:
        logger.exception("Nobody could be let in.")
        await send({"type": "websocket.close", "code": codes.TROUBLE})
        return
    line = Line(send, admission)
    hub.join(line, admission.newest)
    try:
        await _until_gone(line, receive)
    finally:
        hub.leave(line)


async def _until_gone(line, receive):
    """A browser has nothing to say here; one that talks is not ours."""
    while (await receive())["type"] != "websocket.disconnect":
        line.close(codes.MALFORMED)


async def end():
    """The process ends: browsers come again."""
    from notifications.live.hub import Hub

    if Hub.current:
        await Hub.current.shut_down()
