using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.RollOver;

/// <summary>A pupil on roll, as the roll-over looks at them.</summary>
public sealed record RollOverPupil(Guid Id, string Surname, string FirstName, string NcYear, int NcYearOrder, Guid? ClassId)
{
    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {FirstName}";
}

/// <summary>A class of the school.</summary>
public sealed record RollOverClass(Guid Id, string Name, string NcYear, int Teachers);

/// <summary>An earlier roll-over.</summary>
public sealed record RollOverDone(Guid Id, int StartYear, DateTime AppliedAt, string AppliedBy, int MovedUp, int Left, int KeptDown, DateTime? UndoneAt, string UndoneBy);

/// <summary>A pupil with what becomes of them.</summary>
public sealed record PlacedPupil(RollOverPupil Pupil, PlannedMove Move);

/// <summary>The school as it is, the plan, and what the plan makes of every pupil.</summary>
public sealed record RollOverState(
    AcademicYear Into,
    NcYear Highest,
    IReadOnlyList<RollOverClass> Classes,
    IReadOnlyList<RollOverPupil> Pupils,
    RollOverPlan Plan,
    Guid PlanVersion,
    bool IsProposal,
    int OpenGroups,
    IReadOnlyList<RollOverDone> Done,
    DateOnly Today)
{
    private IReadOnlyList<PlacedPupil>? placed;

    /// <summary>Every pupil with what becomes of them.</summary>
    public IReadOnlyList<PlacedPupil> Placed => placed ??= [.. Pupils.Select(pupil => new PlacedPupil(pupil, Plan.For(pupil.Id, pupil.NcYear, pupil.ClassId, Highest)))];

    /// <summary>How many move up.</summary>
    public int MovingUp => Placed.Count(row => row.Move.Step is not (RollOverStep.Leaves or RollOverStep.KeptDown));

    /// <summary>How many leave.</summary>
    public int Leaving => Placed.Count(row => row.Move.Step == RollOverStep.Leaves);

    /// <summary>How many are kept down.</summary>
    public int KeptDown => Placed.Count(row => row.Move.Step == RollOverStep.KeptDown);

    /// <summary>How many come out without a class.</summary>
    public int WithoutClass => Placed.Count(row => row.Move.Step == RollOverStep.NoClass);

    /// <summary>The roll-over into this year that stands; null when there is none.</summary>
    public RollOverDone? Standing => Done.FirstOrDefault(row => row.StartYear == Into.StartYear && row.UndoneAt is null);

    /// <summary>Classes with pupils of whom nobody has said what becomes.</summary>
    public IEnumerable<RollOverClass> Undecided =>
        Classes.Where(row => (Plan.Classes.FirstOrDefault(move => move.ClassId == row.Id)?.Step ?? RollOverStep.Undecided) == RollOverStep.Undecided && Pupils.Any(pupil => pupil.ClassId == row.Id));

    /// <summary>What a class is called; a dash for none.</summary>
    public string NameOf(Guid? classId) => Classes.FirstOrDefault(row => row.Id == classId)?.Name ?? "No class";

    /// <summary>What becomes of a pupil, in a few words.</summary>
    public string InWords(PlannedMove move) => move.Step switch
    {
        RollOverStep.Leaves => "Leaves the school",
        RollOverStep.KeptDown => $"Stays in {NcYear.Parse(move.NcYear).Name}, {NameOf(move.ClassId)}",
        RollOverStep.ToNewClass => $"{NcYear.Parse(move.NcYear).Name}, {move.NewClass}",
        _ => $"{NcYear.Parse(move.NcYear).Name}, {(move.ClassId is null ? "no class yet" : NameOf(move.ClassId))}",
    };

    /// <summary>All of it in a few characters: the same when applying it would do the same.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Into} {Plan.LastDay:O} {Plan.CloseGroups} {Plan.ClearTeachers};");
        foreach (var (pupil, move) in Placed.OrderBy(row => row.Pupil.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"{pupil.Id} {pupil.NcYear} {pupil.ClassId} {move.Step} {move.NcYear} {move.ClassId} {move.NewClass};");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
