using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Structure;

/// <summary>A heading as a reader's side panel lists it; <c>Top</c> is its height on the page from the bottom edge.</summary>
internal readonly record struct Bookmark(int Level, string Title, int Page, double Top);

/// <summary>Writes bookmarks as a tree by their levels (ISO 32000-1, 12.3.3).</summary>
internal static class Outline
{
    /// <summary>Returns the object number of the outline, or none where there are no bookmarks.</summary>
    public static int? Write(PdfWriter writer, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<int> pageIds)
    {
        if (bookmarks.Count == 0)
        {
            return null;
        }

        var root = new Entry(writer.Reserve(), default, null);
        var last = root;
        foreach (var bookmark in bookmarks)
        {
            var parent = last;
            while (parent.Parent is not null && parent.Bookmark.Level >= bookmark.Level)
            {
                parent = parent.Parent;
            }

            last = new Entry(writer.Reserve(), bookmark, parent);
            parent.Children.Add(last);
        }

        Write(writer, root, null, null, pageIds);
        return root.Id;
    }

    private static void Write(PdfWriter writer, Entry entry, int? previous, int? next, IReadOnlyList<int> pageIds)
    {
        var body = new ByteBuilder().Append("<<"u8);
        if (entry.Parent is null)
        {
            body.Append("/Type/Outlines"u8);
        }
        else
        {
            body.Append("/Title"u8).AppendText(entry.Bookmark.Title).Append("/Parent "u8).Reference(entry.Parent.Id)
                .Append("/Dest["u8).Reference(pageIds[entry.Bookmark.Page]).Append("/XYZ null "u8).Append(entry.Bookmark.Top).Append(" null]"u8);
        }

        if (previous is { } before)
        {
            body.Append("/Prev "u8).Reference(before);
        }

        if (next is { } after)
        {
            body.Append("/Next "u8).Reference(after);
        }

        if (entry.Children is [var first, ..])
        {
            body.Append("/First "u8).Reference(first.Id).Append("/Last "u8).Reference(entry.Children[^1].Id)
                .Append("/Count "u8).Append(entry.Descendants);
        }

        writer.Add(entry.Id, body.Append(">>"u8));
        for (var i = 0; i < entry.Children.Count; i++)
        {
            Write(
                writer,
                entry.Children[i],
                i > 0 ? entry.Children[i - 1].Id : null,
                i + 1 < entry.Children.Count ? entry.Children[i + 1].Id : null,
                pageIds);
        }
    }

    private sealed record Entry(int Id, Bookmark Bookmark, Entry? Parent)
    {
        public List<Entry> Children { get; } = [];

        public int Descendants => Children.Count + Children.Sum(c => c.Descendants);
    }
}
