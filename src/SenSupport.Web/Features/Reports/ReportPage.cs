using System.Globalization;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.Reports;

/// <summary>The register in figures.</summary>
/// <param name="SchoolName">The school.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="IsExact">Whether every count is shown as it is.</param>
/// <param name="Pupils">All pupils of the school.</param>
/// <param name="Total">Pupils on the register.</param>
/// <param name="ByStatus">By status; monitored pupils stand apart from the register's total.</param>
/// <param name="ByYear">On the register by year, youngest first.</param>
/// <param name="ByArea">On the register by area of the primary need, each with its types.</param>
public sealed record ReportPage(
    string SchoolName, DateOnly Today, bool IsExact, int? Pupils, ReportRow Total, IReadOnlyList<ReportRow> ByStatus, IReadOnlyList<ReportRow> ByYear, IReadOnlyList<ReportArea> ByArea)
{
    /// <summary>Makes the page of a school's figures.</summary>
    public static ReportPage Of(IReadOnlyList<ReportFigure> figures, bool isExact, string schoolName, DateOnly today)
    {
        var register = figures.Where(figure => figure.Status.IsOnRegister()).ToList();
        var monitored = figures.Where(figure => figure.Status == SenStatus.Monitoring).Sum(figure => figure.Pupils);
        var statuses = Rows(isExact, [SenStatus.SenSupport, SenStatus.EhcPlan], SenStatuses.Name, status => register.Where(figure => figure.Status == status));
        return new ReportPage(
            schoolName,
            today,
            isExact,
            Shown(isExact, figures.Sum(figure => figure.Pupils)),
            Row(isExact, "On the register", register),
            [.. statuses, Row(isExact, "On the register", register), new ReportRow("Monitored, not on the register", null, null, Shown(isExact, monitored))],
            Rows(isExact, [.. figures.Select(figure => figure.Year).Distinct()], year => NcYear.Parse(year).Name, year => register.Where(figure => figure.Year == year)),
            Areas(isExact, register));
    }

    /// <summary>A share of all pupils: "18.8%"; empty where either is not shown.</summary>
    public string ShareOf(int? count) => count is { } part && Pupils is > 0 ? (part / (double)Pupils.Value).ToString("0.0%", CultureInfo.InvariantCulture) : "";

    private static IReadOnlyList<ReportArea> Areas(bool isExact, List<ReportFigure> register)
    {
        AreaOfNeed?[] areas = [.. Enum.GetValues<AreaOfNeed>(), null];
        var rows = Rows(isExact, areas, area => area?.Name() ?? "No need recorded", area => register.Where(figure => figure.Area == area));
        return [.. areas.Zip(rows, (area, row) => new ReportArea(area, row, area is null ? [] : Types(isExact, row, area.Value, register)))];
    }

    // Where small counts are hidden, every type stands there whether anyone has it or not, and those without an area of their own stand together.
    private static IReadOnlyList<ReportRow> Types(bool isExact, ReportRow row, AreaOfNeed area, List<ReportFigure> register)
    {
        var inArea = register.Where(figure => figure.Area == area).ToList();
        if (isExact)
        {
            return Rows(true, [.. NeedType.All.Where(type => inArea.Exists(figure => figure.Need == type.Code))], type => $"{type.Code} – {type.Name}", type => inArea.Where(figure => figure.Need == type.Code));
        }

        NeedType?[] types = [.. NeedType.All.Where(type => type.Area == area && type.ValidTo is null), null];
        var rows = Rows(
            false,
            types,
            type => type is null ? "Other types, or no specialist assessment" : $"{type.Code} – {type.Name}",
            type => inArea.Where(figure => type is null ? !Array.Exists(types, known => known?.Code == figure.Need) : figure.Need == type.Code));
        return row.OnRegister is null ? [.. rows.Select(type => type with { OnRegister = null })] : rows;
    }

    private static IReadOnlyList<ReportRow> Rows<T>(bool isExact, IReadOnlyList<T> keys, Func<T, string> label, Func<T, IEnumerable<ReportFigure>> select)
    {
        var rows = keys.Select(key => Row(true, label(key), [.. select(key)])).ToList();
        return isExact ? rows : [.. rows.Zip(Suppression.Show([.. rows.Select(row => row.OnRegister!.Value)]), (row, count) => new ReportRow(row.Label, null, null, count))];
    }

    private static ReportRow Row(bool isExact, string label, List<ReportFigure> figures)
    {
        var (support, plans) = (figures.Where(figure => figure.Status == SenStatus.SenSupport).Sum(figure => figure.Pupils), figures.Where(figure => figure.Status == SenStatus.EhcPlan).Sum(figure => figure.Pupils));
        return isExact ? new ReportRow(label, support, plans, support + plans) : new ReportRow(label, null, null, Shown(false, support + plans));
    }

    private static int? Shown(bool isExact, int count) => isExact ? count : Suppression.Show(count);
}

/// <summary>A row of figures; null where a count is not shown.</summary>
public sealed record ReportRow(string Label, int? SenSupport, int? EhcPlan, int? OnRegister);

/// <summary>An area of need with its types.</summary>
/// <param name="Area">The area; null for pupils without a need.</param>
/// <param name="Row">The area's figures.</param>
/// <param name="Types">Those of its types.</param>
public sealed record ReportArea(AreaOfNeed? Area, ReportRow Row, IReadOnlyList<ReportRow> Types);

/// <summary>A bar chart of counts, drawn by the server.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Bars">Label, count (null when not shown) and class of each bar.</param>
public sealed record BarChart(string Id, string Title, IReadOnlyList<(string Label, int? Count, string Css)> Bars)
{
    // Units of the drawing: 384 wide, so that labels of 13 stay readable on a phone.
    private const int Step = 34, Longest = 330;

    /// <summary>The height of the drawing.</summary>
    public int Height => (Bars.Count * Step) + 6;

    /// <summary>The finding in words.</summary>
    public string InWords => $"{Title}: {string.Join(", ", Bars.Select(bar => $"{bar.Label} {bar.Count?.ToString(CultureInfo.InvariantCulture) ?? "not shown"}"))}";

    /// <summary>Where a bar's label stands.</summary>
    public static int Top(int index) => (index * Step) + 13;

    /// <summary>The length of a bar; the axis starts at 0.</summary>
    public int Length(int? count) => (count ?? 0) * Longest / Math.Max(1, Bars.Max(bar => bar.Count ?? 0));
}
