"""Pictures and text boxes in all the ways Word and WPS write them."""

from tests.content.convert.corpus.pieces import Xml, as_xml, run

EMU = 9525  # a pixel


def _graphic(uri, inner):
    return f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'


def picture_inside(relation, link="embed"):
    """pic:pic alone: what a group or a canvas holds."""
    blip = f'<pic:blipFill><a:blip r:{link}="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    names = '<pic:nvPicPr><pic:cNvPr id="1" name="图"/><pic:cNvPicPr/></pic:nvPicPr>'
    return Xml(f"<pic:pic>{names}{blip}<pic:spPr/></pic:pic>")


def drawing(inner, uri, *, anchored=False, alt="", size=(20, 20)) -> Xml:
    """w:drawing around what `uri` names."""
    extent = f'<wp:extent cx="{size[0] * EMU}" cy="{size[1] * EMU}"/>'
    about = f'<wp:docPr id="1" name="图片 1" descr="{alt}"/>'
    kind = "anchor" if anchored else "inline"
    return Xml(f"<w:drawing><wp:{kind}>{extent}{about}{_graphic(uri, inner)}</wp:{kind}></w:drawing>")


PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def picture(relation, *, link="embed", **how) -> Xml:
    """A picture as Word writes it since 2007, in the line or anchored beside it."""
    return run(content=drawing(picture_inside(relation, link), PICTURE, **how))


def vml_picture(relation) -> Xml:
    """As Word 97-2003 and WPS write it."""
    shape = f'<v:shape id="s1" style="width:20pt;height:20pt"><v:imagedata r:id="{relation}" o:title=""/></v:shape>'
    return run(content=f"<w:pict>{shape}</w:pict>")


def embedded_object(preview, relation, program="Excel.Sheet.12") -> Xml:
    """A sheet or a formula of another program with the picture it left."""
    shape = f'<v:shape id="o1" style="width:20pt;height:20pt"><v:imagedata r:id="{preview}" o:title=""/></v:shape>'
    made_by = f'<o:OLEObject Type="Embed" ProgID="{program}" ShapeID="o1" r:id="{relation}"/>'
    return run(content=f"<w:object>{shape}{made_by}</w:object>")


def either(choice, fallback, requires="wps") -> Xml:
    """mc:AlternateContent: new programs read the choice, old ones the fallback. Both say the same."""
    inner = f'<mc:Choice Requires="{requires}">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return Xml(f"<mc:AlternateContent>{inner}</mc:AlternateContent>")


def shape_inside(*blocks) -> Xml:
    """wps:wsp with these paragraphs in it."""
    words = f"<wps:txbx><w:txbxContent>{_blocks(blocks)}</w:txbxContent></wps:txbx>" if blocks else ""
    return Xml(f"<wps:wsp><wps:cNvSpPr/><wps:spPr/>{words}<wps:bodyPr/></wps:wsp>")


def new_box(*blocks) -> Xml:
    return drawing(shape_inside(*blocks), SHAPE, anchored=True)


def group(*insides) -> Xml:
    """Several shapes and pictures drawn as one."""
    return run(content=drawing(f"<wpg:wgp>{''.join(insides)}</wpg:wgp>", GROUP, anchored=True))


def old_box(*blocks, tag="shape") -> Xml:
    words = f"<v:textbox><w:txbxContent>{_blocks(blocks)}</w:txbxContent></v:textbox>"
    return Xml(f'<w:pict><v:{tag} id="t1" style="width:90pt">{words}</v:{tag}></w:pict>')


def text_box(*blocks) -> Xml:
    """As Word writes it: the same words twice."""
    return run(content=either(new_box(*blocks), old_box(*blocks)))


def vml_text_box(*blocks, tag="shape") -> Xml:
    return run(content=old_box(*blocks, tag=tag))


def plain_shape() -> Xml:
    """An arrow: a shape without words."""
    return run(content=either(drawing(shape_inside(), SHAPE, anchored=True), "<w:pict><v:line/></w:pict>"))


def chart(relation) -> Xml:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return run(content=drawing(f'<c:chart r:id="{relation}"/>', uri))


def smart_art(relation) -> Xml:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    return run(content=drawing(f'<dgm:relIds r:dm="{relation}" r:lo="rId0" r:qs="rId0" r:cs="rId0"/>', uri))


def _blocks(blocks):
    return "".join(block if isinstance(block, Xml) else f"<w:p>{as_xml(block)}</w:p>" for block in blocks)
