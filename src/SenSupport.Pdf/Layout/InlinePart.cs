using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Text;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>A part of a paragraph with a tag of its own: a link, or words in another language. It may stand on several lines and pages.</summary>
internal sealed class InlinePart(LinkTarget? link, string says, string? language, bool underlined)
{
    private StructureNode? _node;

    /// <summary>The part's node, hung below its paragraph's when it is first painted, so that it is read where it stands.</summary>
    public StructureNode? Node(Painter painter, StructureNode? parent)
    {
        if (parent is null || painter.InArtifact || (link is null && language is null))
        {
            return null;
        }

        return _node ??= parent.Add(new StructureNode(link is null ? "Span" : "Link") { Language = language });
    }

    /// <summary>Tells of a piece of it that was painted: a link can be followed there, and what is underlined gets its line.</summary>
    public void Cover(Painter painter, double x, double width, double top, double height, double baseline, in TextStyle style)
    {
        if (underlined)
        {
            painter.Underline(x, baseline + (style.Size * 0.12), width, Math.Max(0.5, style.Size * 0.055), style.Colour);
        }

        if (link is not null && _node is not null && !painter.InArtifact)
        {
            painter.Annotations.AddLink(link, _node, new PageBox(x, painter.FromBottom(top + height), x + width, painter.FromBottom(top)), says);
        }
    }
}
