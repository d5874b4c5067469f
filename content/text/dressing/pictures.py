"""A paragraph of pictures becomes figures, a paragraph of files a list of attachments."""

from content.text.tokens import drop, end, end_of, get, is_blank, is_start, is_tag, put, start, text_of, words


def pictures(tokens):
    dressed, at = [], 0
    while at < len(tokens):
        if is_start(tokens[at], "p"):
            close = end_of(tokens, at)
            dressed += paragraph(tokens[at : close + 1])
            at = close + 1
        else:
            dressed.append(without_caption(tokens[at]))
            at += 1
    return dressed


def paragraph(tokens):
    solid = [token for token in tokens[1:-1] if not is_blank(token)]
    if solid and all(is_picture(token) for token in solid):
        return [part for token in solid for part in figure(token)]
    if files := attachments(solid):
        return [start("div", class_="stack-sm"), *files, end("div")]
    return [without_caption(token) for token in tokens]


def is_picture(token) -> bool:
    return is_tag(token, "img") and bool(get(token, "data-picture"))


def figure(token):
    caption = get(token, "data-caption")
    captioned = [start("figcaption"), words(caption), end("figcaption")] if caption else []
    put(token, "data-alone", "")
    return [start("figure"), without_caption(token), *captioned, end("figure")]


def attachments(solid):
    """The files, if there is nothing else."""
    found, at = [], 0
    while at < len(solid):
        if not (is_start(solid[at], "a") and get(solid[at], "data-file")):
            return []
        close = end_of(solid, at)
        name = text_of(solid[at + 1 : close])
        found += [start("a", data_attachment=get(solid[at], "data-file")), words(name), end("a")]
        at = close + 1
    return found


def without_caption(token):
    if is_tag(token, "img"):
        drop(token, "data-caption")
    return token
