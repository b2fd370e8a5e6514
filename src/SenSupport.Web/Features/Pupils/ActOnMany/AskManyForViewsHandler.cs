using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>Which adults are asked.</summary>
public enum AskedRole
{
    /// <summary>The teacher responsible for the pupil.</summary>
    Responsible,

    /// <summary>Everybody who teaches the pupil.</summary>
    Teachers,

    /// <summary>The teaching assistants who support the pupil.</summary>
    Assistants,

    /// <summary>Everybody who works with the pupil.</summary>
    Everyone,
}

/// <summary>Asks adults who work with pupils for their view before a review (CoP 6.53, 6.54).</summary>
public sealed class AskManyForViewsHandler(SenSupportDbContext db) : BulkWork
{
    /// <inheritdoc/>
    public override BulkKind Kind => BulkKind.AskForViews;

    /// <summary>A role in words.</summary>
    public static string Name(AskedRole role) => role switch
    {
        AskedRole.Responsible => "The responsible teacher",
        AskedRole.Teachers => "Everyone who teaches the pupil",
        AskedRole.Assistants => "Teaching assistants who support the pupil",
        _ => "Everyone who works with the pupil",
    };

    /// <inheritdoc/>
    public override string InWords(BulkForm form) => $"Views asked for by {UkDate.Long(form.Due)}: {char.ToLowerInvariant(Name(form.Role)[0])}{Name(form.Role)[1..]}";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<BulkStep>> StepsAsync(SignedInStaff staff, BulkForm form, IReadOnlyList<FoundPupil> pupils, DateOnly today)
    {
        Guid[] ids = [.. pupils.Select(pupil => pupil.Id)];
        var open = await BulkReads.OpenHeads(db, staff, ids).ToDictionaryAsync(cycle => cycle.PupilId);
        var adults = (await BulkReads.Adults(db, ids).ToListAsync()).Where(adult => adult.StaffId != staff.StaffId && Is(adult, form.Role)).ToLookup(adult => adult.PupilId);
        var waiting = (await BulkReads.Waiting(db, ids).ToListAsync()).ToHashSet();
        return [.. pupils.Select(Step)];

        BulkStep Step(FoundPupil pupil)
        {
            if (open.GetValueOrDefault(pupil.Id) is not { } cycle)
            {
                return new BulkStep(pupil, null, "", "No cycle is open, so none is reviewed");
            }

            var asked = adults[pupil.Id].ToList();
            var fresh = asked.Where(adult => !waiting.Contains(new BulkAsked(pupil.Id, adult.StaffId))).ToList();
            var words = string.Join(", ", fresh.Select(adult => adult.Name));
            return new BulkStep(pupil, null, words, asked.Count == 0 ? "Nobody else works with the pupil in this role" : fresh.Count == 0 ? "Everyone is asked already and has not answered" : "")
            {
                Told = [.. fresh.Select(adult => (adult.Name, adult.Email))],
                Do = by =>
                {
                    var rows = new List<BulkActRow>();
                    foreach (var adult in fresh)
                    {
                        var request = AssessmentRequest.AskForView(cycle, adult.StaffId, adult.Name, form.Due, form.Question, AtOnce(by));
                        db.Add(request);
                        rows.Add(BulkActRow.Of(pupil.Id, request, $"{adult.Name} asked"));
                    }

                    return rows;
                },
            };
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<UndoStep>> UndoAsync(SignedInStaff staff, BulkAct act)
    {
        var requests = await BulkReads.Requests(db, staff, [.. act.Rows.Select(row => row.RecordId)]).ToDictionaryAsync(request => request.Id);
        return [.. act.Rows.Select(row => Undo(row, requests.GetValueOrDefault(row.RecordId)))];

        static UndoStep Undo(BulkActRow row, AssessmentRequest? request) =>
            request is null ? UndoStep.Leave(row, "The request is not there any more")
            : request.AnsweredOn is not null ? UndoStep.Leave(row, $"{request.AnsweredBy} has answered")
            : request.WithdrawnOn is not null ? UndoStep.Leave(row, "The request was taken back already")
            : new UndoStep(row, "", by => request.Withdraw(Back(by)));
    }

    private static bool Is(BulkAdult adult, AskedRole role) => role switch
    {
        AskedRole.Responsible => adult.IsResponsible,
        AskedRole.Teachers => (adult.Roles & StaffRoles.Teacher) != 0,
        AskedRole.Assistants => (adult.Roles & StaffRoles.TeachingAssistant) != 0,
        _ => true,
    };
}
