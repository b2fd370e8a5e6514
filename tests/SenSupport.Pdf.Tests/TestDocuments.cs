namespace SenSupport.Pdf.Tests;

/// <summary>Makes documents whose content is all that a test has to say.</summary>
internal static class TestDocuments
{
    public static DocumentInfo Info { get; } = new()
    {
        Title = "SEN Support Plan: Zofia Wiśniewska",
        Author = "Hollin Beck Primary",
        Created = new DateTime(2027, 3, 3, 9, 30, 0, DateTimeKind.Utc),
    };

    public static Document Of(Action<Flow> content, DocumentStyle? style = null) => Document.Create(d =>
        d.Info(Info).Style(style ?? new DocumentStyle()).Page(p => p
            .Header(h => h.Paragraph("Hollin Beck Primary"))
            .Content(content)
            .Footer(f => f.PageNumber())));

    public static PdfFile Read(Action<Flow> content, DocumentStyle? style = null) => new(Of(content, style).Generate());

    /// <summary>One of everything.</summary>
    public static void Everything(Flow c)
    {
        c.Heading(1, "SEN Support Plan");
        c.Row(r => r.Relative(1, f => f.KeyValues(k => k.Pair("UPN", "B801200005001"))).Fixed(120, f => f.Paragraph("Right")));
        c.Callout("#ffc83d", "#faf8f4", f => f.Paragraph("Review on 26 March 2027"));
        c.Heading(2, "Needs");
        c.Paragraph(t =>
        {
            t.Drawing(12, 12, AltText.Says("Speech bubble"), d => d.Circle(6, 6, 5, Paint.Fill("#1f66b8")));
            t.Span(" Speech, language ");
            t.Span("and communication").Bold();
        });
        c.List(["First", "Second"]);
        c.NumberedList(l => l.Item("One").ItemOf(f => f.Paragraph("Two").List(["Nested"])));
        c.Table(t =>
        {
            t.Columns(x => x.Relative(2).Fixed(60, TextAlign.Right).Relative(1));
            t.Header("What", "Minutes", "Who");
            for (var i = 0; i < 80; i++)
            {
                t.Row($"Session {i}", "20", i % 7 == 0 ? "" : "Mr Okafor");
            }

            t.Row(r => r.Header("Total").Cell("1,600 minutes", 2));
        });
        c.Rule();
        c.Drawing(100, 20, AltText.Decorative, d => d.Path("M0 0h100v20H0z", Paint.Stroke("#d5d9d3")));
        c.Heading(2, "Agreement");
        c.Paragraph("Signed.");
    }
}
