using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SenSupport.Domain.Records;

/// <summary>
/// A written part of a record (an assessment, a plan, a review) as flat fields, so that two versions of it can be compared and merged field by field.
/// A property's path is its name; a row of a list is keyed by its id: <c>targets/{id}/statement</c>. Empty values have no field.
/// </summary>
public static class RecordFields
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter(), new BooleanText(), new DecimalText(), new IdListText() },
    };

    /// <summary>The fields of a content record, in its own order.</summary>
    public static IReadOnlyDictionary<string, string> Of<T>(T content)
        where T : class
    {
        var fields = new OrderedDictionary<string, string>();
        Flatten(JsonSerializer.SerializeToNode(content, Options)!.AsObject(), "", fields);
        return fields;
    }

    /// <summary>The content record that has these fields.</summary>
    /// <exception cref="JsonException">A value does not fit its property.</exception>
    public static T Read<T>(IReadOnlyDictionary<string, string> fields)
        where T : class
    {
        var root = new JsonObject();
        var lists = new Dictionary<string, JsonArray>();
        foreach (var property in typeof(T).GetProperties())
        {
            // What is empty has no field, and comes back empty rather than null.
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (property.PropertyType == typeof(string))
            {
                root[name] = "";
            }
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                root[name] = lists[name] = [];
            }
        }

        var rows = new Dictionary<string, JsonObject>();
        foreach (var (path, value) in fields)
        {
            var parts = path.Split('/');
            if (parts.Length == 1)
            {
                root[path] = value;
                continue;
            }

            if (parts.Length != 3 || !lists.TryGetValue(parts[0], out var list))
            {
                throw new JsonException($"{path} is not a field");
            }

            var key = $"{parts[0]}/{parts[1]}";
            if (!rows.TryGetValue(key, out var row))
            {
                list.Add(rows[key] = row = []);
            }

            row[parts[2]] = value;
        }

        return root.Deserialize<T>(Options)!;
    }

    /// <summary>Whether the field at a path holds free text, so that two versions of it can stand one after the other.</summary>
    public static bool IsText<T>(string path)
    {
        var type = typeof(T);
        foreach (var step in path.Split('/').Where((_, index) => index != 1))
        {
            var property = type.GetProperties().FirstOrDefault(known => JsonNamingPolicy.CamelCase.ConvertName(known.Name) == step);
            if (property is null)
            {
                return false;
            }

            type = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? property.PropertyType.GetGenericArguments()[0]
                : property.PropertyType;
        }

        return type == typeof(string);
    }

    /// <summary>What differs between two sets of fields, in the order of the later one, removals last.</summary>
    public static IReadOnlyList<FieldChange> Compare(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var changes = new List<FieldChange>();
        foreach (var (path, value) in after)
        {
            var old = before.GetValueOrDefault(path, "");
            if (old != value)
            {
                changes.Add(new FieldChange(path, old, value));
            }
        }

        changes.AddRange(before.Where(field => !after.ContainsKey(field.Key)).Select(field => new FieldChange(field.Key, field.Value, "")));
        return changes;
    }

    private static void Flatten(JsonObject node, string prefix, OrderedDictionary<string, string> fields)
    {
        foreach (var (name, value) in node)
        {
            switch (value)
            {
                case JsonArray rows:
                    foreach (var row in rows.OfType<JsonObject>())
                    {
                        Flatten(row, $"{name}/{row["id"]}/", fields);
                    }

                    break;
                case not null when value.ToString() is { Length: > 0 } text:
                    fields[prefix + name] = text;
                    break;
            }
        }
    }

    private sealed class BooleanText : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() == "yes";

        // An unticked box has no field, as an empty text has none.
        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteStringValue(value ? "yes" : "");
    }

    private sealed class DecimalText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.TryParse(reader.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : throw new JsonException();

        // 2.5 and 2.50 are the same number: a database that stores two places must not make a change of it.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    private sealed class IdListText : JsonConverter<IReadOnlyList<Guid>>
    {
        public override IReadOnlyList<Guid> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. reader.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Guid.TryParse(text, out var id) ? id : throw new JsonException())];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<Guid> value, JsonSerializerOptions options) => writer.WriteStringValue(string.Join(' ', value));
    }
}
