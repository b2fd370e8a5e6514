using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Cycles.MergeChanges;

/// <summary>What somebody chose on the page that compares their writing with a colleague's.</summary>
public sealed class MergeChangesForm
{
    /// <summary>The version that was compared with.</summary>
    public Guid Version { get; set; }

    /// <summary>Everything to save, with the person's own values where they chose.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>The choices.</summary>
    public List<MergeChoice> Choices { get; set; } = [];

    /// <summary>The fields with the choices made.</summary>
    /// <param name="saved">The fields as they are saved, from which whole rows are brought back.</param>
    public OrderedDictionary<string, string> Settled(IReadOnlyDictionary<string, string> saved)
    {
        var settled = new OrderedDictionary<string, string>();
        foreach (var (path, value) in Fields.Where(known => known.Value.Length > 0))
        {
            settled[path] = value;
        }

        foreach (var choice in Choices)
        {
            var isRow = choice.Path.Count(step => step == '/') == 1;
            var value = choice.Keep switch
            {
                "theirs" => choice.Theirs,
                "both" => $"{choice.Mine}\n\n{choice.Theirs}",
                "again" => choice.Again,
                _ => isRow ? null : choice.Mine,
            };
            ThreeWayMerge.Settle(settled, choice.Path, saved, value);
        }

        return settled;
    }

    /// <summary>Only the length of a text that was written again can be wrong here; everything else was checked when it was first posted.</summary>
    public sealed class Validator : AbstractValidator<MergeChangesForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleForEach(form => form.Choices).ChildRules(choice => choice
            .RuleFor(made => made.Again)
            .MaximumLength(TextLimits.Narrative)
            .WithMessage("The text must be 20,000 characters or fewer"));
    }
}

/// <summary>One choice.</summary>
public sealed class MergeChoice
{
    /// <summary>The field or row.</summary>
    public string Path { get; set; } = "";

    /// <summary>mine, theirs, both or again.</summary>
    public string Keep { get; set; } = "";

    /// <summary>The person's value.</summary>
    public string Mine { get; set; } = "";

    /// <summary>The saved value.</summary>
    public string Theirs { get; set; } = "";

    /// <summary>The text that was written again.</summary>
    public string Again { get; set; } = "";
}
