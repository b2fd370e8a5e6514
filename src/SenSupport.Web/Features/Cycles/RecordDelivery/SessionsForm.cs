using System.Globalization;
using FluentValidation;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>How many sessions of each provision took place in one week, as typed.</summary>
public sealed class SessionsForm
{
    /// <summary>The Monday of the week, as <c>2026-11-23</c>.</summary>
    public string Week { get; set; } = "";

    /// <summary>A row for each provision. One whose sessions held are left empty is not recorded.</summary>
    public List<SessionEntry> Rows { get; set; } = [];

    /// <summary>The week's Monday; null when it is none.</summary>
    public static DateOnly? WeekOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? SessionWeek.MondayOf(day) : null;

    /// <summary>The form of a week: what was recorded, otherwise what was planned.</summary>
    public static SessionsForm Of(DateOnly week, IReadOnlyList<DeliveredProvision> provision, IReadOnlyList<DoneRow> done) => new()
    {
        Week = week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Rows = [.. provision.Select(row => done.FirstOrDefault(known => known.Kind == DoneKind.Sessions && known.Id == row.Id && known.On == week) is { } known
            ? new SessionEntry { ProvisionId = row.Id, What = row.What, Planned = $"{known.Planned}", Held = $"{known.Number}", Reason = known.Text }
            : new SessionEntry { ProvisionId = row.Id, What = row.What, Planned = row.TimesAWeek is { } times ? $"{Math.Round(times, MidpointRounding.AwayFromZero):0}" : "" })],
    };

    /// <summary>The counts of the rows that are filled in.</summary>
    public IReadOnlyList<SessionCount> Read() =>
        [.. Rows.Where(row => !string.IsNullOrWhiteSpace(row.Held)).Select(row => new SessionCount(row.ProvisionId, NumberText.Whole(row.Planned) ?? 0, NumberText.Whole(row.Held) ?? 0, row.Reason.Trim()))];

    /// <summary>What a week must be; that it lies within the cycle is asked of the cycle.</summary>
    public sealed class Validator : AbstractValidator<SessionsForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Hold(nameof(Week), WeekOf(form.Week) is not null, "Choose a week");
            foreach (var (index, row) in form.Rows.Index())
            {
                var at = $"{nameof(Rows)}[{index}]";
                var filled = !string.IsNullOrWhiteSpace(row.Held);
                find.Hold($"{at}.{nameof(SessionEntry.Held)}", filled || string.IsNullOrWhiteSpace(row.Reason), $"{row.What}: enter how many sessions took place, 0 if none did");
                find.Hold($"{at}.{nameof(SessionEntry.Held)}", !filled || NumberText.Whole(row.Held) is <= SessionCount.Most, $"{row.What}: enter the sessions held as a number from 0 to {SessionCount.Most}");
                find.Hold($"{at}.{nameof(SessionEntry.Planned)}", !filled || NumberText.Whole(row.Planned) is <= SessionCount.Most, $"{row.What}: enter the sessions planned as a number from 0 to {SessionCount.Most}");
                find.Limit($"{at}.{nameof(SessionEntry.Reason)}", row.Reason, TextLimits.Line, $"{row.What}: the reason");
            }

            find.Hold(nameof(Week), form.Rows.Exists(row => !string.IsNullOrWhiteSpace(row.Held) || !string.IsNullOrWhiteSpace(row.Reason)), "Enter how many sessions took place for at least one provision");
        });
    }
}

/// <summary>One provision's week, as typed.</summary>
public sealed class SessionEntry
{
    /// <summary>The row of provision.</summary>
    public Guid ProvisionId { get; set; }

    /// <summary>What it is called; only for messages and labels.</summary>
    public string What { get; set; } = "";

    /// <summary>How many were planned.</summary>
    public string Planned { get; set; } = "";

    /// <summary>How many took place.</summary>
    public string Held { get; set; } = "";

    /// <summary>Why there were fewer.</summary>
    public string Reason { get; set; } = "";
}
