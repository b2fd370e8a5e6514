using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SenSupport.Web.TagHelpers;

namespace SenSupport.Web.Tests.TagHelpers;

/// <summary>Runs a tag helper as a page would, and gives the HTML that it writes.</summary>
internal static class Rendering
{
    /// <summary>A page's context whose model state a test may fill.</summary>
    public static ViewContext Page(string path = "/", string query = "")
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        return new ViewContext
        {
            HttpContext = http,
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
        };
    }

    /// <summary>A field over a property of a form.</summary>
    public static T Field<T>(ViewContext page, string name, object? value)
        where T : FieldTagHelper, new()
    {
        var metadata = new EmptyModelMetadataProvider();
        return new T { ViewContext = page, For = new ModelExpression(name, metadata.GetModelExplorerForType(value?.GetType() ?? typeof(string), value)) };
    }

    /// <summary>What was typed into a field that could not be stored.</summary>
    public static void Refuse(this ViewContext page, string name, string typed, string message)
    {
        page.ViewData.ModelState.SetModelValue(name, typed, typed);
        page.ViewData.ModelState.AddModelError(name, message);
    }

    /// <summary>The HTML, without line breaks.</summary>
    public static string Html(this TagHelper helper, string? css = null, string inside = "")
    {
        var attributes = new TagHelperAttributeList();
        if (css is not null)
        {
            attributes.Add("class", css);
        }

        var output = new TagHelperOutput("x", attributes, (_, _) => Task.FromResult(new DefaultTagHelperContent().SetContent(inside)));
        helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "test"), output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
