using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>A file to choose: <c>&lt;govuk-file asp-for="File" label="Attach the document" accept=".pdf,.docx" /&gt;</c>. Its form posts as multipart/form-data.</summary>
[HtmlTargetElement("govuk-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>The endings or media types that the browser offers.</summary>
    public string? Accept { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        WriteGroup(
            output,
            Element("input", Error is null ? "govuk-file-upload" : "govuk-file-upload govuk-file-upload--error")
                .With("id", Id).With("name", Name).With("type", "file").With("accept", Accept).With("aria-describedby", DescribedBy()));
}
