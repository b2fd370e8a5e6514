using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace SenSupport.Web.Features.Shared.Drafts;

/// <summary>A form as a browser would post it: what <see cref="DraftFields.ApplyAsync"/> reads back. Rows of a list are posted under their keys.</summary>
public static class FormFields
{
    /// <summary>The fields of a form.</summary>
    public static Dictionary<string, StringValues> Of(object form)
    {
        var fields = new Dictionary<string, StringValues>();
        Add(fields, "", form);
        return fields;
    }

    private static void Add(Dictionary<string, StringValues> fields, string prefix, object part)
    {
        foreach (var property in part.GetType().GetProperties().Where(property => property is { CanRead: true, CanWrite: true, SetMethod.IsPublic: true }))
        {
            var name = prefix + property.Name;
            switch (property.GetValue(part))
            {
                case null or false:
                    break;
                case true:
                    fields[name] = "true";
                    break;
                case { } value and (string or Guid or int or Enum):
                    fields[name] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                    break;
                case IEnumerable<string> texts:
                    fields[name] = texts.ToArray();
                    break;
                case IEnumerable rows:
                    foreach (var row in rows.Cast<object>())
                    {
                        var key = row.GetType().GetProperty("Key")!.GetValue(row)!.ToString()!;
                        fields[$"{name}.Index"] = StringValues.Concat(fields.GetValueOrDefault($"{name}.Index"), key);
                        Add(fields, $"{name}[{key}].", row);
                    }

                    break;
                case { } inner:
                    Add(fields, $"{name}.", inner);
                    break;
            }
        }
    }
}
