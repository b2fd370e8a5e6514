using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Features.Imports.Running;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>Applies a pupil file inside the transaction that it is given. Pupils are compared in memory and written in batches, so that thousands take seconds.</summary>
public sealed class ApplyPupilsHandler(SenSupportDbContext db)
{
    private const int Batch = 200;

    /// <summary>Adds and changes what the preview showed; null when the result would now be another one.</summary>
    /// <exception cref="DomainRuleException">A row cannot be stored; the message names its line.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed a pupil at the same moment.</exception>
    public async Task<ImportOutcome?> ApplyAsync(Import import, Acting by, Action<int, int> progress, CancellationToken cancel)
    {
        var file = await db.ReadFileAsync(import, stream => PupilFile.Read(stream, by.Today, cancel).Using(import.Mapping));
        var school = await KnownSchool.ReadAsync(db);
        if (file is null || PupilPlan.Fingerprint(file, school, by.Today) != import.Confirmed)
        {
            return null;
        }

        var choices = PupilChoices.Read(import.Choices);
        var plan = PupilPlan.For(file, school, choices, by.Today);
        var left = plan.Missing.Where(pupil => choices.Left.Contains(pupil.Id)).ToList();
        var total = plan.Added.Count + plan.Changed.Count + left.Count;
        var done = 0;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var classes = await ClassesAsync(plan, school, import.SchoolId, by);
        foreach (var rows in plan.Added.Chunk(Batch))
        {
            foreach (var row in rows)
            {
                var pupil = Named(row.Row.Line, () => NewPupil(row.Row, ClassOf(row.Row), import.SchoolId, by));
                db.Add(pupil);
                db.Add(Entry(import, pupil, row.Row.Line, ImportAct.Added, row.Row.Class, default, ""));
            }

            await SaveAsync(rows.Length);
        }

        var changes = plan.Changed.ToDictionary(row => row.Pupil!.Id);
        var leavers = left.ToDictionary(pupil => pupil.Id);
        foreach (var ids in changes.Keys.Concat(leavers.Keys).Chunk(Batch))
        {
            foreach (var pupil in await ToChange(db, ids).ToListAsync(cancel))
            {
                var (version, before) = (pupil.Version, JsonSerializer.Serialize(pupil.State(), StateJson.Options));
                if (changes.TryGetValue(pupil.Id, out var row))
                {
                    Named(row.Row.Line, () => Change(pupil, row, ClassOf(row.Row), by));
                    db.Add(Entry(import, pupil, row.Row.Line, ImportAct.Changed, Summary(row), version, before));
                }
                else
                {
                    pupil.Leave(choices.LastDay ?? by.Today, "", "Not in the file of the management information system", by);
                    db.Add(Entry(import, pupil, 0, ImportAct.Left, "", version, before));
                }
            }

            db.ChangeTracker.DetectChanges();
            await SaveAsync(ids.Length);
        }

        return new ImportOutcome(plan.Added.Count, plan.Changed.Count + left.Count, plan.RefusedLines + plan.Undecided + plan.LeftOut.Count, JsonSerializer.Serialize(Report(plan)));

        Guid? ClassOf(ImportedPupil row) => row.Class.Length > 0 && classes.TryGetValue(SearchText.Fold(row.Class), out var id) ? id : null;

        async Task SaveAsync(int rows)
        {
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress(done += rows, total);
        }
    }

    /// <summary>Pupils with all that an import may change.</summary>
    internal static IQueryable<Pupil> ToChange(SenSupportDbContext db, Guid[] ids) =>
        db.Pupils.Where(pupil => ids.Contains(pupil.Id)).Include(pupil => pupil.StatusPeriods).Include(pupil => pupil.Needs).Include(pupil => pupil.Contacts)
            .Include(pupil => pupil.FormerUpns).Include(pupil => pupil.FlagPeriods).AsSplitQuery();

    private static Pupil NewPupil(ImportedPupil row, Guid? classId, Guid schoolId, Acting by)
    {
        var start = new PupilDetails(row.Upn, row.Surname, row.Forename, "", row.BirthDate!.Value, row.Sex, PupilComparison.YearOf(row, by.Today)!, null);
        var pupil = Pupil.Add(schoolId, PupilComparison.Merge(start, row, classId, by.Today), by);
        foreach (var upn in PupilComparison.NewFormerUpns(row, [], pupil.Upn))
        {
            pupil.KeepFormerUpn(upn, by);
        }

        foreach (var period in row.SenHistory.Where(period => period.Start is not null).OrderBy(period => period.Start))
        {
            TakeStatus(pupil, PupilComparison.StatusOf(period.Code), period.Start, by, onlyIfDated: true);
        }

        TakeSen(pupil, row, by);
        AddContacts(pupil, row, [], by);
        return pupil;
    }

    private static void Change(Pupil pupil, PlannedRow planned, Guid? classId, Acting by)
    {
        var row = planned.Row;
        pupil.EndPastFlags(by);
        pupil.ChangeDetails(PupilComparison.Merge(pupil.Details(), row, classId, by.Today), by);
        foreach (var upn in PupilComparison.NewFormerUpns(row, [.. pupil.FormerUpns.Select(former => former.Upn)], pupil.Upn).ToList())
        {
            pupil.KeepFormerUpn(upn, by);
        }

        if (pupil.LeftOn is not null && !(row.LeavingDate <= by.Today))
        {
            pupil.Return(by);
        }
        else if (pupil.LeftOn is null && row.LeavingDate is { } leaving && leaving <= by.Today && leaving > pupil.BirthDate)
        {
            pupil.Leave(leaving, "", "", by);
        }

        if (planned.TakesSen)
        {
            TakeSen(pupil, row, by);
        }

        AddContacts(pupil, row, [.. pupil.Contacts.Select(contact => SearchText.Fold(contact.Name))], by);
    }

    private static void AddContacts(Pupil pupil, ImportedPupil row, IReadOnlyCollection<string> known, Acting by)
    {
        foreach (var contact in PupilComparison.NewContacts(row, known).ToList())
        {
            // Whoever has parental responsibility is a parent in law, and so are mother and father; of others a file does not tell.
            var responsible = contact.HasParentalResponsibility ?? false;
            var isParent = responsible || SearchText.Fold(contact.Relation) is "mother" or "father" or "mum" or "dad";
            pupil.AddContact(new ContactDetails(contact.Name, contact.Relation, isParent, responsible, false, contact.Email, contact.Phone, Address: contact.Address), by);
        }
    }

    private static void TakeSen(Pupil pupil, ImportedPupil row, Acting by)
    {
        TakeStatus(pupil, PupilComparison.StatusOf(row.SenProvision), row.SenStart, by, onlyIfDated: false);
        var codes = PupilComparison.CurrentNeeds(row, pupil.Status, by.Today);
        if (codes.Count == 0 || (row.SenProvision.Length > 0 && !pupil.Status.IsOnRegister()))
        {
            return;
        }

        // What the file does not name stays, after what it names.
        var ranked = codes.Select(code => (Code: code, Area: AreaOf(code, pupil))).Concat(pupil.CurrentNeeds.Where(need => !codes.Contains(need.Code)).Select(need => (need.Code, need.Area))).ToList();
        var status = pupil.StatusPeriods.FirstOrDefault(period => period.End is null)?.Start;
        var since = row.Needs.Where(need => need.Start is not null || status is not null).GroupBy(need => need.Code).ToDictionary(same => same.Key, same => same.First().Start ?? status!.Value);
        pupil.RecordNeeds(ranked, by.Today, by, since);
    }

    private static void TakeStatus(Pupil pupil, SenStatus? wanted, DateOnly? start, Acting by, bool onlyIfDated)
    {
        if (wanted is not { } status || status.ProvisionCode() == pupil.Status.ProvisionCode())
        {
            return;
        }

        var open = pupil.StatusPeriods.FirstOrDefault(period => period.End is null)?.Start;
        var fits = start <= by.Today && !(start <= open) && start > pupil.BirthDate;
        if (fits || (!onlyIfDated && !(open >= by.Today)))
        {
            pupil.ChangeStatus(status, fits ? start!.Value : by.Today, "As the management information system has it", by);
        }
    }

    private static AreaOfNeed AreaOf(string code, Pupil pupil) =>
        NeedType.Find(code)!.Area ?? pupil.CurrentNeeds.FirstOrDefault(need => need.Code == code)?.Area ?? AreaOfNeed.CognitionAndLearning;

    private static List<ReportLine> Report(PupilPlan plan) =>
    [
        .. plan.Refused.Select(row => new ReportLine(row.Line, null, row.Name, string.Join(": ", new[] { row.Column, row.What, row.Mend }.Where(text => text.Length > 0)))),
        .. plan.LeftOut.Select(row => new ReportLine(row.Row.Line, row.Pupil?.Id, row.Name, row.Why)),
        .. plan.Rows.Where(row => row.Fate == RowFate.Likely).Select(row => new ReportLine(row.Row.Line, row.Pupil?.Id, row.Name, "Not decided whether it is the same pupil, so left out")),
        .. plan.Sen.Where(row => !row.TakesSen).Select(row => new ReportLine(row.Row.Line, row.Pupil?.Id, row.Name, $"SEN left as it is here; in the file {string.Join(", ", new[] { row.Sen!.StatusInFile, row.Sen.NeedsInFile }.Where(text => text.Length > 0))}")),
        .. plan.Added.Concat(plan.Changed.Where(row => row.TakesSen)).Where(row => row.Row.Needs.Any(need => NeedType.Find(need.Code) is { Area: null }))
            .Select(row => new ReportLine(row.Row.Line, row.Pupil?.Id, row.Name, "A need belongs to no area by itself: the SENCo chooses the area")),
    ];

    private static string Summary(PlannedRow row)
    {
        var parts = row.Changes.Select(change => $"{change.Field}: {(change.Old.Length > 0 ? $"{change.Old} → " : "")}{(change.New.Length > 0 ? change.New : "empty")}").Concat(row.TakesSen ? ["SEN taken from the file"] : []);
        var text = string.Join("; ", parts);
        return text.Length <= RecordEvent.LongestSummary ? text : string.Concat(text.AsSpan(0, RecordEvent.LongestSummary - 1), "…");
    }

    private static ImportEntry Entry(Import import, Pupil pupil, int line, ImportAct act, string summary, Guid version, string before) => new()
    {
        Id = Guid.CreateVersion7(),
        SchoolId = import.SchoolId,
        ImportId = import.Id,
        RecordId = pupil.Id,
        Line = line,
        Name = $"{pupil.Surname}, {pupil.FirstName}",
        Act = act,
        Summary = summary,
        VersionBefore = version,
        VersionAfter = pupil.Version,
        Before = before,
    };

    private static void Named(int line, Action act) => Named(line, () => { act(); return true; });

    private static T Named<T>(int line, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DomainRuleException rule)
        {
            throw new DomainRuleException($"Line {line}: {rule.Message}");
        }
    }

    private async Task<Dictionary<string, Guid>> ClassesAsync(PupilPlan plan, KnownSchool school, Guid schoolId, Acting by)
    {
        var classes = new Dictionary<string, Guid>();
        foreach (var (id, name) in school.Classes)
        {
            classes.TryAdd(SearchText.Fold(name), id);
        }

        foreach (var created in plan.NewClasses.Where(created => created.IsCreated))
        {
            var added = SchoolClass.Add(schoolId, created.Name, created.NcYear, by);
            db.Add(added);
            classes.TryAdd(created.Key, added.Id);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return classes;
    }
}
