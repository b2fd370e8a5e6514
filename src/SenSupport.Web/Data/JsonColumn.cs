using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SenSupport.Web.Data;

/// <summary>Keeps a small list or record, which no query looks into, as JSON text in one column.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T?> HasJson<T>(this PropertyBuilder<T?> property)
        where T : class =>
        property.HasConversion(new ValueConverter<T?, string?>(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<T>(text!, JsonSerializerOptions.Default)));

    public static PropertyBuilder<TList> HasJson<TList, TItem>(this PropertyBuilder<TList> property, Func<List<TItem>, TList> from)
        where TList : class, IEnumerable<TItem> =>
        property.HasConversion(
            new ValueConverter<TList, string>(
                list => JsonSerializer.Serialize(list.ToList(), JsonSerializerOptions.Default),
                // Rows from before the column was there have an empty text.
                text => from(JsonSerializer.Deserialize<List<TItem>>(text.Length == 0 ? "[]" : text, JsonSerializerOptions.Default)!)),
            new ValueComparer<TList>(
                (one, other) => one!.SequenceEqual(other!),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item!.GetHashCode())),
                list => from(list.ToList())));
}
