using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>A file to send: <c>&lt;govuk-file asp-for="File" label="Plan" accept=".pdf" /&gt;</c>. The form needs <c>enctype="multipart/form-data"</c>. No page can fill it in again.</summary>
[HtmlTargetElement("govuk-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>What the file chooser offers.</summary>
    public string? Accept { get; set; }

    /// <summary>Whether several may be chosen.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => WriteGroup(
        output,
        Element("input", Error is null ? "govuk-file-upload" : "govuk-file-upload govuk-file-upload--error")
            .With("id", Id).With("name", Name).With("type", "file").With("accept", Accept).With("aria-describedby", DescribedBy()).When(Multiple, "multiple"));
}
