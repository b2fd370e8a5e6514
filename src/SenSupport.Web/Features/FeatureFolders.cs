using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace SenSupport.Web.Features;

/// <summary>Finds a view beside its controller, then in the folders above it, then in Shared.</summary>
public sealed class FeatureFolders : IViewLocationExpander
{
    private const string Folder = "sen-folder", Root = "SenSupport.Web.";

    /// <inheritdoc/>
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var space = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace ?? "";
        context.Values[Folder] = space.StartsWith(Root, StringComparison.Ordinal) ? space[Root.Length..].Replace('.', '/') : "Features";
    }

    /// <inheritdoc/>
    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        for (var folder = context.Values[Folder]!; folder.Contains('/'); folder = folder[..folder.LastIndexOf('/')])
        {
            yield return $"/{folder}/{{0}}.cshtml";
        }

        yield return "/Features/Shared/{0}.cshtml";
    }
}
