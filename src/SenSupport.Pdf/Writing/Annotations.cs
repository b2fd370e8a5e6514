using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf.Writing;

/// <summary>A rectangle on a page, from the sheet's lower left corner.</summary>
internal readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    public ByteBuilder AppendTo(ByteBuilder to) => to.Append("["u8).Append(Left).Append((byte)' ').Append(Bottom).Append((byte)' ')
        .Append(Right).Append((byte)' ').Append(Top).Append("]"u8);
}

/// <summary>What can be followed or filled in on pages (ISO 32000-1, 12.5): links and the boxes of forms, each hung into the structure tree.</summary>
internal sealed class Annotations(PdfWriter writer, StructureTree tree)
{
    private readonly List<(int Id, LinkTarget Link, StructureNode Owner, PageBox Box, string Says)> _links = [];
    private readonly Dictionary<string, (int Page, double Top)> _places = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _wanted = new(StringComparer.Ordinal);
    private readonly List<int> _fields = [];
    private readonly HashSet<string> _fieldNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(double Width, double Height, bool Ticked), int> _boxes = [];
    private readonly List<int> _here = [];
    private readonly ByteBuilder _body = new();
    private int _page;

    public void StartPage(int page)
    {
        _page = page;
        _links.Clear();
        _here.Clear();
    }

    /// <summary>Makes an area of the current page lead to a target; the areas of one link that touch each other in a line become one.</summary>
    public void AddLink(LinkTarget link, StructureNode owner, PageBox box, string says)
    {
        if (_links is [.., var last] && last.Owner == owner && last.Box.Bottom == box.Bottom && Math.Abs(last.Box.Right - box.Left) < 0.01)
        {
            _links[^1] = last with { Box = last.Box with { Right = box.Right } };
            return;
        }

        // The number is given now: the link's part of the tree may be written before the page is.
        var id = writer.Reserve();
        _here.Add(id);
        _links.Add((id, link, owner, box, says));
        owner.AddAnnotation(tree.Pages.Count - 1, id);
    }

    /// <summary>Names a height of the current page that links lead to.</summary>
    /// <exception cref="InvalidOperationException">Another place has that name.</exception>
    public void AddPlace(string name, double top)
    {
        if (!_places.TryAdd(name, (_page, top)))
        {
            throw new InvalidOperationException($"Two places are called '{name}': links could not tell them apart.");
        }
    }

    /// <summary>Adds a box that can be ticked on a screen (12.7.4.2.3).</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="says">What it asks, for who cannot see it.</param>
    /// <param name="ticked">Whether it is ticked.</param>
    /// <param name="owner">The form element that it belongs to.</param>
    /// <param name="box">Where it stands.</param>
    /// <exception cref="InvalidOperationException">Another field has that name.</exception>
    public void AddTickBox(string name, string says, bool ticked, StructureNode owner, PageBox box)
    {
        if (!_fieldNames.Add(name))
        {
            throw new InvalidOperationException($"Two boxes to tick are called '{name}': they would be ticked together.");
        }

        var id = writer.Reserve();
        _here.Add(id);
        _fields.Add(id);
        owner.AddAnnotation(tree.Pages.Count - 1, id);
        var (width, height) = (Math.Round(box.Right - box.Left, 3), Math.Round(box.Top - box.Bottom, 3));
        var state = ticked ? "/Yes"u8 : "/Off"u8;
        _body.Clear();
        box.AppendTo(_body.Append("<</Type/Annot/Subtype/Widget/FT/Btn/T"u8).AppendText(name).Append("/TU"u8).AppendText(says)
            .Append("/V"u8).Append(state).Append("/AS"u8).Append(state).Append("/F 4/P "u8).Reference(_page).Append("/Rect"u8))
            .Append("/MK<</CA(4)>>/AP<</N<</Yes "u8).Reference(Box(width, height, true)).Append("/Off "u8).Reference(Box(width, height, false))
            .Append(">>>>/StructParent "u8).Append(tree.Key(owner)).Append(">>"u8);
        writer.Add(id, _body);
    }

    /// <summary>Writes the links of the page and appends the entry of the page that lists its annotations.</summary>
    public ByteBuilder AppendTo(ByteBuilder page)
    {
        foreach (var (id, link, owner, box, says) in _links)
        {
            _body.Clear();
            box.AppendTo(_body.Append("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P "u8).Reference(_page).Append("/Rect"u8))
                .Append("/Contents"u8).AppendText(says);
            if (link.Address is { } address)
            {
                _body.Append("/A<</Type/Action/S/URI/URI"u8).AppendText(address).Append(">>"u8);
            }
            else
            {
                _wanted.Add(link.Place!);
                _body.Append("/Dest"u8).AppendText(link.Place!);
            }

            writer.Add(id, _body.Append("/StructParent "u8).Append(tree.Key(owner)).Append(">>"u8));
        }

        if (_here.Count == 0)
        {
            return page;
        }

        page.Append("/Annots["u8);
        _here.ForEach(id => page.Reference(id).Append((byte)' '));
        return page.Append("]"u8);
    }

    /// <summary>Appends to the document's root the places that links lead to and the fields that can be filled in.</summary>
    /// <exception cref="InvalidOperationException">A link leads to a place that the document lacks.</exception>
    public void Finish(ByteBuilder catalogue)
    {
        foreach (var name in _wanted)
        {
            if (!_places.ContainsKey(name))
            {
                throw new InvalidOperationException($"A link leads to '{name}', and no place in the document is called that.");
            }
        }

        if (_wanted.Count > 0)
        {
            // Sorted as their bytes are written; plain letters and digits only, so that is also their order as words.
            List<string> names = [.. _wanted];
            var places = SearchTree.Write(
                writer,
                names.Count,
                (to, i) => to.AppendText(names[i]),
                (to, i) => to.Append("["u8).Reference(_places[names[i]].Page).Append("/XYZ null "u8).Append(_places[names[i]].Top).Append(" null]"u8),
                isByNumber: false);
            catalogue.Append("/Names<</Dests "u8).Reference(places).Append(">>"u8);
        }

        if (_fields.Count > 0)
        {
            catalogue.Append("/AcroForm<</Fields["u8);
            _fields.ForEach(id => catalogue.Reference(id).Append((byte)' '));
            catalogue.Append("]>>"u8);
        }
    }

    private int Box(double width, double height, bool ticked)
    {
        if (!_boxes.TryGetValue((width, height, ticked), out var id))
        {
            id = writer.Reserve();
            var drawing = new ByteBuilder();
            Layout.TickBox.Draw(drawing, width, height, ticked);
            _boxes.Add((width, height, ticked), id);
            writer.AddStream(id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Form/BBox[0 0 {width} {height}]/Resources<<>>"), drawing.Span);
        }

        return id;
    }
}
