using FluentValidation;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Checklists;

namespace SenSupport.Web.Features.Banks.WriteChecklist;

/// <summary>A statement as it is typed. Without words it is left out.</summary>
public sealed class StatementRow
{
    /// <summary>The statement's id; empty for a new one.</summary>
    public string Id { get; set; } = "";

    /// <summary>The strand.</summary>
    public string Strand { get; set; } = "";

    /// <summary>What is seen.</summary>
    public string Text { get; set; } = "";
}

/// <summary>A checklist as it is typed.</summary>
public sealed class ChecklistForm
{
    private const int BlankRows = 4;

    /// <summary>The version that the page was made from; empty where the school has no row yet.</summary>
    public Guid Version { get; set; }

    /// <summary>What it is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>How it is filled in.</summary>
    public string HowToUse { get; set; } = "";

    /// <summary>What it is not.</summary>
    public string Note { get; set; } = "";

    /// <summary>Its statements.</summary>
    public List<StatementRow> Statements { get; set; } = [];

    /// <summary>The form for a checklist.</summary>
    public static ChecklistForm Of(ChecklistItem item)
    {
        var form = new ChecklistForm
        {
            Version = item.Version,
            Title = item.Content.Title,
            HowToUse = item.Content.HowToUse,
            Note = item.Content.Note,
            Statements = [.. item.Content.Statements.Select(row => new StatementRow { Id = row.Id, Strand = row.Strand, Text = row.Text })],
        };
        form.AddBlankRows();
        return form;
    }

    /// <summary>Room for further statements below those that there are.</summary>
    public void AddBlankRows()
    {
        Statements.RemoveAll(row => row is null || (row.Id.Length == 0 && string.IsNullOrWhiteSpace(row.Text)));
        Statements.AddRange(Enumerable.Range(0, BlankRows).Select(_ => new StatementRow()));
    }

    /// <summary>What was typed over what is there; null where an id is not the checklist's.</summary>
    public ChecklistContent? Over(ChecklistContent now)
    {
        var known = now.Statements.Select(row => row.Id).ToHashSet();
        var rows = Statements.Where(row => row is not null && !string.IsNullOrWhiteSpace(row.Text)).ToList();
        return rows.TrueForAll(row => row.Id.Length == 0 || known.Contains(row.Id))
            ? now with { Title = Title, HowToUse = HowToUse, Note = Note, Statements = [.. rows.Select(row => new ChecklistStatement(row.Id.Length > 0 ? row.Id : $"own-{Guid.NewGuid():N}", row.Strand, row.Text))] }
            : null;
    }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ChecklistForm>
    {
        /// <summary>A title, the note and statements are needed.</summary>
        public Validator()
        {
            RuleFor(form => form.Title).Must(text => text.Trim().Length is > 0 and <= TextLimits.Line).WithMessage($"Enter what the checklist is called, in {TextLimits.Line} characters or fewer");
            RuleFor(form => form.HowToUse).Must(text => text.Trim().Length <= BankEntry.LongestText).WithMessage($"How it is used must be {BankEntry.LongestText:N0} characters or fewer");
            RuleFor(form => form.Note).Must(text => text.Trim().Length is > 0 and <= BankEntry.LongestText).WithMessage($"Enter the note that says what the checklist is not, in {BankEntry.LongestText:N0} characters or fewer");
            RuleFor(form => form.Statements).Must(rows => rows.Count(row => !string.IsNullOrWhiteSpace(row?.Text)) is >= 1 and <= ChecklistContent.MostStatements).WithMessage($"Enter 1 to {ChecklistContent.MostStatements} statements");
            RuleForEach(form => form.Statements).ChildRules(row =>
            {
                row.RuleFor(known => known.Text).Must(text => text.Trim().Length <= TextLimits.Line).WithMessage($"A statement must be {TextLimits.Line} characters or fewer");
                row.RuleFor(known => known.Strand).Must((known, strand) => string.IsNullOrWhiteSpace(known.Text) || strand.Trim().Length is > 0 and <= TextLimits.Name).WithMessage($"Enter the strand of the statement, in {TextLimits.Name} characters or fewer");
            });
        }
    }
}
