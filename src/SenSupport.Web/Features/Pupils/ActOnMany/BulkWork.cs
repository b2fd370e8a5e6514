using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>One kind of act for many pupils: what it would change for each, and how it is put back. Preview and act come from the same steps, so they cannot say different things.</summary>
public abstract class BulkWork
{
    /// <summary>What it does.</summary>
    public abstract BulkKind Kind { get; }

    /// <summary>The act in words, for the list of acts: "Review dates moved by 3 weeks".</summary>
    public abstract string InWords(BulkForm form);

    /// <summary>What it would change for each pupil, or why it cannot. The records are tracked, and nothing is changed yet.</summary>
    public abstract Task<IReadOnlyList<BulkStep>> StepsAsync(SignedInStaff staff, BulkForm form, IReadOnlyList<FoundPupil> pupils, DateOnly today);

    /// <summary>How each row of an act is put back, or why it is left. The records are tracked, and nothing is changed yet.</summary>
    public abstract Task<IReadOnlyList<UndoStep>> UndoAsync(SignedInStaff staff, BulkAct act);

    /// <summary>How the history says that something was done for several pupils at once.</summary>
    protected static Acting AtOnce(Acting by) => by with { Means = "for several pupils at once" };

    /// <summary>How the history says that it was put back.</summary>
    protected static Acting Back(Acting by) => by with { Means = "put back for several pupils at once" };
}

/// <summary>What an act does for one pupil.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Version">The version of the record that it changes; none where there is no such record.</param>
/// <param name="Change">What changes, in words; empty where nothing can.</param>
/// <param name="Problem">Why it cannot; empty where it can.</param>
public sealed record BulkStep(FoundPupil Pupil, Guid? Version, string Change, string Problem = "")
{
    /// <summary>Does it.</summary>
    public Func<Acting, IReadOnlyList<BulkActRow>> Do { get; init; } = _ => [];

    /// <summary>Whom it asks for something: they are told by e-mail where the school has e-mail.</summary>
    public IReadOnlyList<(string Name, string Email)> Told { get; init; } = [];

    /// <summary>Whether it can be done.</summary>
    public bool IsPossible => Problem.Length == 0;

    /// <summary>What the preview showed, as the page carries it: another value later means that something changed meanwhile.</summary>
    public string Stamp => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}|{Change}|{Problem}")))[..16];
}

/// <summary>How one row of an act is put back.</summary>
/// <param name="Row">The row.</param>
/// <param name="Left">Why it is left as it is; empty where it is put back.</param>
/// <param name="PutBack">Puts it back.</param>
public sealed record UndoStep(BulkActRow Row, string Left, Action<Acting> PutBack)
{
    /// <summary>A row that is left as it is.</summary>
    public static UndoStep Leave(BulkActRow row, string why) => new(row, why, _ => { });
}

/// <summary>The acts in words.</summary>
public static class BulkWords
{
    /// <summary>The act as a button says it.</summary>
    public static string Name(this BulkKind kind) => kind switch
    {
        BulkKind.MoveReviews => "Move review dates",
        BulkKind.AddStrategy => "Add a strategy",
        BulkKind.StartCycles => "Start the next cycle",
        _ => "Ask for views",
    };

    /// <summary>The act in an address.</summary>
    public static string Address(this BulkKind kind) => Slug.Of(kind);

    /// <summary>The act that an address names; null when it names none.</summary>
    public static BulkKind? Find(string address) => Slug.Find<BulkKind>(address);

    /// <summary>"1 pupil", "12 pupils".</summary>
    public static string Pupils(int count) => count == 1 ? "1 pupil" : $"{count:N0} pupils";
}
