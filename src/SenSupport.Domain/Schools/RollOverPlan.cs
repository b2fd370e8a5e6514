using System.Text.RegularExpressions;

namespace SenSupport.Domain.Schools;

/// <summary>What becomes of a class, or of one pupil, when the school moves into its next year. Stored by name: members may be added, never renamed.</summary>
public enum RollOverStep
{
    /// <summary>Nobody has decided yet.</summary>
    Undecided,

    /// <summary>Into another class of the school.</summary>
    ToClass,

    /// <summary>Into a class that is added.</summary>
    ToNewClass,

    /// <summary>The class stays together under its name; only the year goes up.</summary>
    SameClass,

    /// <summary>The year goes up; the class is decided later.</summary>
    NoClass,

    /// <summary>Leaves the school.</summary>
    Leaves,

    /// <summary>One pupil only: year and class stay.</summary>
    KeptDown,
}

/// <summary>What becomes of a class.</summary>
/// <param name="ClassId">The class.</param>
/// <param name="Step">What becomes of it.</param>
/// <param name="ToClassId">The class into which it goes.</param>
/// <param name="NewName">The name of the class that is added.</param>
public sealed record ClassMove(Guid ClassId, RollOverStep Step, Guid? ToClassId = null, string NewName = "");

/// <summary>What becomes of one pupil, where it is not what becomes of the class.</summary>
/// <param name="PupilId">The pupil.</param>
/// <param name="Step">What becomes of them.</param>
/// <param name="ToClassId">The class into which they go.</param>
public sealed record PupilMove(Guid PupilId, RollOverStep Step, Guid? ToClassId = null);

/// <summary>How a school moves into its next year.</summary>
/// <param name="Classes">What becomes of each class.</param>
/// <param name="Exceptions">Pupils for whom it is something else.</param>
/// <param name="LastDay">The leavers' last day, and that of the groups.</param>
/// <param name="CloseGroups">Whether the open teaching groups of earlier years are closed.</param>
/// <param name="ClearTeachers">Whether the classes' teachers are taken away, to be named anew.</param>
public sealed record RollOverPlan(IReadOnlyList<ClassMove> Classes, IReadOnlyList<PupilMove> Exceptions, DateOnly LastDay, bool CloseGroups, bool ClearTeachers)
{
    /// <summary>What the plan makes of a pupil.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="ncYear">Their year now.</param>
    /// <param name="classId">Their class now.</param>
    /// <param name="highest">The school's oldest year: whoever is in it leaves.</param>
    public PlannedMove For(Guid pupilId, string ncYear, Guid? classId, NcYear highest)
    {
        var year = NcYear.Parse(ncYear);
        if (Exceptions.FirstOrDefault(exception => exception.PupilId == pupilId) is { } own)
        {
            return own.Step switch
            {
                RollOverStep.KeptDown => new(RollOverStep.KeptDown, ncYear, classId, "", true),
                RollOverStep.Leaves => new(RollOverStep.Leaves, ncYear, classId, "", true),
                RollOverStep.ToClass => new(RollOverStep.ToClass, (year.Next ?? year).Code, own.ToClassId, "", true),
                _ => new(RollOverStep.NoClass, (year.Next ?? year).Code, null, "", true),
            };
        }

        var move = classId is { } id ? Classes.FirstOrDefault(known => known.ClassId == id) : null;
        if (move?.Step == RollOverStep.Leaves || (year.Code != "X" && year.CompareTo(highest) >= 0) || year.Next is null)
        {
            return new(RollOverStep.Leaves, ncYear, classId, "", false);
        }

        var next = year.Next.Value.Code;
        return move?.Step switch
        {
            RollOverStep.ToClass => new(RollOverStep.ToClass, next, move.ToClassId, "", false),
            RollOverStep.ToNewClass => new(RollOverStep.ToNewClass, next, null, move.NewName, false),
            RollOverStep.SameClass => new(RollOverStep.SameClass, next, classId, "", false),
            _ => new(RollOverStep.NoClass, next, null, "", false),
        };
    }
}

/// <summary>What the plan makes of a pupil.</summary>
/// <param name="Step">What becomes of them.</param>
/// <param name="NcYear">Their year afterwards.</param>
/// <param name="ClassId">Their class afterwards; null for none, or one that is added.</param>
/// <param name="NewClass">The name of the class that is added; empty for none.</param>
/// <param name="ByHand">Whether somebody chose it for this pupil.</param>
public sealed record PlannedMove(RollOverStep Step, string NcYear, Guid? ClassId, string NewClass, bool ByHand);

/// <summary>A class as the proposal looks at it.</summary>
public sealed record ClassToMove(Guid Id, string Name, string NcYear);

/// <summary>Proposes what becomes of each class from its name and year.</summary>
public static partial class RollOverProposal
{
    /// <summary>
    /// A class moves into the one whose name has the next year in place of its own (4W to 5W); else, where a year has as many classes as the next, into the one at the
    /// same place; else, where its name has the year in it, into one that is added. The oldest year leaves. A class without a year in its name is undecided.
    /// </summary>
    public static IReadOnlyList<ClassMove> For(IReadOnlyList<ClassToMove> classes, NcYear highest)
    {
        var byName = classes.GroupBy(row => Folded(row.Name)).ToDictionary(same => same.Key, same => same.First());
        var byYear = classes.GroupBy(row => row.NcYear).ToDictionary(same => same.Key, same => same.OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ToList());
        return [.. classes.Select(row => Of(row, byName, byYear, highest))];
    }

    /// <summary>The name with the next year in place of its own: "4W" becomes "5W", "Reception Oak" "Year 1 Oak". Null where the name has no year in it.</summary>
    public static string? NextName(string name, NcYear year)
    {
        if (year.Next is not { } next || year.Code == "X")
        {
            return null;
        }

        var named = name.Trim();
        var changed = char.IsAsciiDigit(year.Code[0])
            ? Regex.Replace(named, $@"(?<!\d){year.Code}(?!\d)", next.Code, RegexOptions.None, TimeSpan.FromSeconds(1))
            : year.Code == "R"
                ? ReceptionWord().IsMatch(named) ? ReceptionWord().Replace(named, "Year 1") : ReceptionLetter().Replace(named, "1")
                : next.Code == "R" && NurseryWord().IsMatch(named)
                    ? NurseryWord().Replace(named, "Reception")
                    : named.StartsWith(year.Code, StringComparison.OrdinalIgnoreCase) ? next.Code + named[year.Code.Length..] : named;
        return changed == named ? null : changed;
    }

    private static ClassMove Of(ClassToMove row, Dictionary<string, ClassToMove> byName, Dictionary<string, List<ClassToMove>> byYear, NcYear highest)
    {
        var year = NcYear.Parse(row.NcYear);
        if (year.Code == "X")
        {
            return new ClassMove(row.Id, RollOverStep.SameClass);
        }

        if (year.CompareTo(highest) >= 0 || year.Next is not { } next)
        {
            return new ClassMove(row.Id, RollOverStep.Leaves);
        }

        var name = NextName(row.Name, year);
        if (name is not null && byName.TryGetValue(Folded(name), out var same))
        {
            return new ClassMove(row.Id, RollOverStep.ToClass, same.Id);
        }

        // Classes named for their teachers have no counterpart by name: the same place in the next year is a start.
        var own = byYear[row.NcYear];
        if (byYear.TryGetValue(next.Code, out var above) && above.Count == own.Count)
        {
            return new ClassMove(row.Id, RollOverStep.ToClass, above[own.IndexOf(row)].Id);
        }

        return name is null ? new ClassMove(row.Id, RollOverStep.Undecided) : new ClassMove(row.Id, RollOverStep.ToNewClass, NewName: name);
    }

    private static string Folded(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("reception|year r", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReceptionWord();

    [GeneratedRegex("^R(?=[A-Z0-9 -]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ReceptionLetter();

    [GeneratedRegex("nursery", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NurseryWord();
}
