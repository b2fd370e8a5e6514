using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Pupils;

/// <summary>How typed details become a pupil's.</summary>
public static class PupilDetailsWriting
{
    /// <summary>Whether the class is one of the school's; an error stands at the field otherwise.</summary>
    public static async Task<bool> CheckClassAsync(this ControllerBase controller, SenSupportDbContext db, PupilDetailsForm form)
    {
        if (form.ClassId.Length > 0 && !(Guid.TryParse(form.ClassId, out var id) && await PupilDetailsPage.AllClasses(db).AnyAsync(row => row.Id == id)))
        {
            controller.ModelState.AddModelError(nameof(form.ClassId), "Choose a class from the list");
        }

        return controller.ModelState.IsValid;
    }

    /// <summary>The details as a part of the record. Flags are written beside them, each by itself: two people may set two flags.</summary>
    public static PupilPart<PupilDetails> Part(PupilDetailsForm form) => new(
        "",
        pupils => pupils.Include(pupil => pupil.FormerUpns).Include(pupil => pupil.FlagPeriods),
        pupil => pupil.Details() with { Flags = PupilFlags.None },
        (pupil, details, by) =>
        {
            RefuseWhatBothChanged(form, pupil, by.Today);
            pupil.EndPastFlags(by);
            pupil.ChangeDetails(details with { Flags = form.FlagsToHold(pupil.Flags) }, by);
            form.DateFlags(pupil, by);
        });

    /// <summary>The flags that hold once the rows which the person changed are applied to what is saved.</summary>
    public static PupilFlags FlagsToHold(this PupilDetailsForm form, PupilFlags saved)
    {
        foreach (var (flag, row) in Changed(form))
        {
            saved = row.Holds ? saved | flag : saved & ~flag;
        }

        return saved;
    }

    /// <summary>Writes the dates of the rows that the person changed.</summary>
    public static void DateFlags(this PupilDetailsForm form, Pupil pupil, Acting by)
    {
        foreach (var (flag, row) in Changed(form))
        {
            // Without a date of its own, a flag holds from today, and ends today: that is written with the details.
            if (row.Holds ? row.FromDate is not null || row.UntilDate is not null || row.Was.StartsWith("True", StringComparison.Ordinal) : row.UntilDate < by.Today)
            {
                pupil.DateFlag(flag, row.FromDate, row.UntilDate, by);
            }
        }
    }

    private static void RefuseWhatBothChanged(PupilDetailsForm form, Pupil pupil, DateOnly today)
    {
        foreach (var (flag, row) in Changed(form))
        {
            var latest = pupil.FlagPeriods.LastOrDefault(period => period.Flag == flag);
            var saved = FlagRow.Of(pupil.FlagsOn(today).HasFlag(flag), latest?.Start, latest?.End).Line;
            DomainRuleException.Require(saved == row.Was || saved == row.Line, $"Somebody else changed “{flag.InWords().Single()}” or its dates while you were writing");
        }
    }

    private static IEnumerable<(PupilFlags Flag, FlagRow Row)> Changed(PupilDetailsForm form) =>
        form.Flags.Take(PupilDetailsForm.EveryFlag.Count).Select((row, index) => (PupilDetailsForm.EveryFlag[index], row)).Where(known => known.row.IsChanged);
}
