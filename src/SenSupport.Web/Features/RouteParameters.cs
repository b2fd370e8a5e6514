using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SenSupport.Web.Features;

/// <summary>What the address names comes from the address alone. Otherwise a posted field of the same name, "number" for example, would go first, and a form could name another record than its address.</summary>
public sealed class RouteParameters : IActionModelConvention
{
    /// <inheritdoc/>
    public void Apply(ActionModel action)
    {
        var inRoutes = Templates(action).SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in action.Parameters.Where(parameter => inRoutes.Contains(parameter.BindingInfo?.BinderModelName ?? parameter.ParameterName) && parameter.BindingInfo?.BindingSource is null))
        {
            parameter.BindingInfo ??= new BindingInfo();
            parameter.BindingInfo.BindingSource = BindingSource.Path;
        }
    }

    /// <summary>The names of the parameters of a route's template.</summary>
    public static IEnumerable<string> Names(string template) => RoutePatternFactory.Parse(template).Parameters.Select(parameter => parameter.Name);

    // The controller's route stands before the action's own, unless that begins anew.
    private static IEnumerable<string> Templates(ActionModel action) =>
        from selector in action.Selectors
        from controller in action.Controller.Selectors.Select(own => own.AttributeRouteModel).DefaultIfEmpty()
        let combined = AttributeRouteModel.CombineAttributeRouteModel(controller, selector.AttributeRouteModel)?.Template
        where combined is not null
        select combined;
}
