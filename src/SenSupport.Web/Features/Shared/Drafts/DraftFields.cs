using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Drafts;

/// <summary>A form's fields as one text, and back into a form.</summary>
public static class DraftFields
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>The fields URL-encoded, without the request's token.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        QueryString.Create(fields.Where(field => field.Key != Token)).ToString().TrimStart('?');

    /// <summary>The fields that <see cref="Write"/> wrote.</summary>
    public static Dictionary<string, StringValues> Read(string fields) => QueryHelpers.ParseQuery(fields);

    /// <summary>
    /// Puts what was kept into an empty form, as posting it would, but finds no fault with it: the person has not saved yet. What cannot be read as a
    /// number or date still stands in its field as it was typed. Hand over a form without rows: rows that it has and the draft has not would stay.
    /// </summary>
    public static async Task ApplyAsync(this ControllerBase controller, object form, Draft draft)
    {
        var values = new FormValueProvider(BindingSource.Form, new FormCollection(Read(draft.Fields)), CultureInfo.CurrentCulture);
        await controller.TryUpdateModelAsync(form, form.GetType(), "", values, _ => true);
        foreach (var entry in controller.ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
    }
}
