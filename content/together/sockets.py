"""The socket of a page being written: `/live/pages/<uid>?epoch=…&schema=…` (docs/together.md)."""

import asyncio
import logging

from content.together import codes, wire
from content.together.admitting import Call, Refusal, admit
from content.together.connection import LARGEST, Connection

PREFIX = "/live/pages/"

logger = logging.getLogger("hzh.together")


async def page(scope, receive, send):
    """Accept first: a browser that is refused at the handshake never learns why."""
    from content.together.rooms import Rooms

    await receive()
    try:
        await send({"type": "websocket.accept"})
        rooms = Rooms.here()
        admission = await rooms.readers(admit, Call.of(scope))
        if isinstance(admission, Refusal):
            await _refuse(send, admission.code, admission.why)
            return
    except OSError:
        return  # left already
    except Exception:
        logger.exception("Nobody could be let in.")
        await _refuse(send, codes.TROUBLE, codes.why(codes.TROUBLE))
        return
    connection = Connection(admission.person, admission.session, admission.standing)
    await _serve(rooms, connection, admission, receive, send)


async def _refuse(send, code, why):
    await send({"type": "websocket.send", "bytes": wire.notice("closing", code=code, why=why)})
    await send({"type": "websocket.close", "code": code})


async def _serve(rooms, connection, admission, receive, send):
    writing = asyncio.ensure_future(connection.write(send))
    room = None
    try:
        room = await rooms.join(connection, admission)
        if room is not None:
            listening = asyncio.ensure_future(_listen(rooms, room, connection, receive))
            stuck = asyncio.ensure_future(connection.stuck.wait())
            await asyncio.wait((writing, listening, stuck), return_when=asyncio.FIRST_COMPLETED)
            listening.cancel()
            stuck.cancel()
            if listening.done() and not listening.cancelled() and listening.exception():
                logger.error("A connection failed.", exc_info=listening.exception())
                connection.close(codes.TROUBLE)
    except Exception:
        logger.exception("A room could not be opened.")
        connection.close(codes.TROUBLE)
    finally:
        if room is not None:
            rooms.leave(room, connection)
        await _say_goodbye(connection, writing)


async def _say_goodbye(connection, writing):
    """The last words may need a moment; who does not read them has had it."""
    if not connection.is_over or connection.stuck.is_set():
        writing.cancel()
    await asyncio.wait((writing,), timeout=2)
    writing.cancel()


async def _listen(rooms, room, connection, receive):
    from content.together.room import Broken

    while not connection.is_over:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            return
        frame = message.get("bytes")
        if frame is None:
            connection.close(codes.MALFORMED)
        elif len(frame) > LARGEST:
            connection.close(codes.TOO_LARGE)
        elif connection.is_flooding(0.5 if frame[:1] == b"\x01" else 1):
            connection.close(codes.BUSY)
        elif not connection.is_over:
            try:
                room.hear(connection, frame)
            except wire.Malformed:
                connection.close(codes.MALFORMED)
            except Broken:
                connection.close(codes.MALFORMED)
                rooms.mend(room)


async def end():
    """The process ends: nothing that was typed waits any longer."""
    from content.together.rooms import Rooms

    if Rooms.current:
        await Rooms.current.shut_down()
