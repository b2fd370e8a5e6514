namespace SenSupport.Web.Exchange.Writing;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Value">Its value: a text, a <see cref="DateOnly"/>, a number, a yes or no, or null for an empty cell.</param>
/// <param name="Width">Its width in a workbook, in characters.</param>
public sealed record ExportColumn<T>(string Name, Func<T, object?> Value, int Width = 16);
