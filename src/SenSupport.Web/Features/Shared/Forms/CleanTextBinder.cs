using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SenSupport.Web.Features.Shared.Forms;

/// <summary>
/// Binds every text that a form or address brings: never null, without control characters (NUL among them), half surrogate pairs replaced, line ends as
/// one character. What was typed otherwise stays as it is.
/// </summary>
public sealed class CleanTextBinder : IModelBinder
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value != ValueProviderResult.None)
        {
            var clean = Clean(value.FirstValue);
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, clean, clean);
            bindingContext.Result = ModelBindingResult.Success(clean);
        }

        return Task.CompletedTask;
    }

    /// <summary>The text without what no database or document can hold.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}

/// <summary>Uses <see cref="CleanTextBinder"/> for every text.</summary>
public sealed class CleanTextBinderProvider : IModelBinderProvider
{
    private static readonly CleanTextBinder Binder = new();

    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) ? Binder : null;
}
