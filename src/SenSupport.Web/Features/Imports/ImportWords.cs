using System.Globalization;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports;

/// <summary>Imports in words.</summary>
public static class ImportWords
{
    /// <summary>Where an import stands.</summary>
    public static string Name(this ImportState state, bool isPartlyUndone = false) => state switch
    {
        ImportState.Previewed => "Not applied yet",
        ImportState.Applying => "Being applied",
        ImportState.Applied => isPartlyUndone ? "Partly undone" : "Applied",
        ImportState.Undoing => "Being undone",
        ImportState.Undone => "Undone",
        _ => "Discarded",
    };

    /// <summary>The tag's colour.</summary>
    public static string Colour(this ImportState state) => state switch
    {
        ImportState.Previewed => "orange",
        ImportState.Applying or ImportState.Undoing => "blue",
        ImportState.Applied => "green",
        _ => "grey",
    };

    /// <summary>What a file of a kind is called.</summary>
    public static string Format(FileKind kind) => kind == FileKind.Zip ? "Excel workbook" : "CSV";

    /// <summary>A moment in words: "3 March 2027 at 2.31pm".</summary>
    public static string Moment(DateTime utc) => $"{UkDate.Long(DateOnly.FromDateTime(SchoolClock.Local(utc)))} at {SchoolClock.TimeText(utc)}";

    /// <summary>A number of things: "1 pupil", "1,204 pupils".</summary>
    public static string Count(int number, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
}
