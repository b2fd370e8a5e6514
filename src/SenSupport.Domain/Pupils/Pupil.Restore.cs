using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Putting back what an import changed.</content>
public sealed partial class Pupil
{
    /// <summary>What an import may change of the pupil, as it is now: kept before the import, so that it can be undone.</summary>
    public PupilState State() => new(
        Details(),
        Status,
        LeftOn,
        Destination,
        [.. formerUpns.Select(former => former.Id)],
        [.. flagPeriods.Select(period => new DatedPart(period.Id, period.Start, period.End))],
        [.. statusPeriods.Select(period => new StatusPart(period.Id, period.Status, period.Start, period.End, period.Reason, period.MonitorUntil))],
        [.. needs.Select(need => new RankedPart(need.Id, need.Rank, need.End))],
        [.. contacts.OrderBy(contact => contact.Order).Select(contact => contact.Id)]);

    /// <summary>Puts the pupil back into an earlier state, taking away what an import added. The history keeps both.</summary>
    /// <param name="state">From before the import; nothing else may have changed since.</param>
    /// <param name="by">Who undoes the import.</param>
    /// <exception cref="DomainRuleException">Something that was there then is not there now.</exception>
    public void Restore(PupilState state, Acting by)
    {
        var before = Facts();
        var ids = formerUpns.Select(former => former.Id).Concat(flagPeriods.Select(period => period.Id)).Concat(needs.Select(need => need.Id)).Concat(contacts.Select(contact => contact.Id)).ToHashSet();
        DomainRuleException.Require(
            ids.IsSupersetOf(state.PartIds) && state.StatusPeriods.All(part => part.Reason is not null || statusPeriods.Exists(period => period.Id == part.Id)),
            "The record has changed since the import");
        Take(state.Details, null);
        (Status, LeftOn, Destination) = (state.Status, state.LeftOn, state.Destination);
        formerUpns.RemoveAll(former => !state.FormerUpns.Contains(former.Id));
        flagPeriods.RemoveAll(period => !state.FlagPeriods.Any(part => part.Id == period.Id));
        statusPeriods.RemoveAll(period => !state.StatusPeriods.Any(part => part.Id == period.Id));
        needs.RemoveAll(need => !state.Needs.Any(part => part.Id == need.Id));
        contacts.RemoveAll(contact => !state.Contacts.Contains(contact.Id));
        foreach (var part in state.FlagPeriods)
        {
            flagPeriods.Find(period => period.Id == part.Id)!.Date(part.Start, part.End);
        }

        foreach (var part in state.StatusPeriods)
        {
            // Where the import changed a status on the very day on which it had begun, that one was taken away: it comes back as it was.
            if (statusPeriods.Find(period => period.Id == part.Id) is { } kept)
            {
                kept.Restore(part.End);
            }
            else
            {
                statusPeriods.Add(SenStatusPeriod.Of(part));
            }
        }

        foreach (var part in state.Needs)
        {
            needs.Find(need => need.Id == part.Id)!.Restore(part.Rank, part.End);
        }

        NumberContacts(state.Contacts.Select(ContactOf));
        Record(RecordEventKind.ImportUndone, by, changes: RecordFields.Compare(before, Facts()));
    }

    // As the history tells them.
    private OrderedDictionary<string, string> Facts()
    {
        var facts = new OrderedDictionary<string, string>();
        foreach (var (path, value) in RecordFields.Of(Details()))
        {
            facts[path] = value;
        }

        (string Path, string Value)[] others =
        [
            ("status", Status.Name()), ("needs", NeedsInWords()), ("contacts", ContactNames()), ("formerUpn", string.Join(", ", formerUpns.Select(former => former.Upn))),
            ("leftOn", LeftOn is { } day ? $"{day:yyyy-MM-dd}" : ""), ("destination", Destination),
        ];
        foreach (var (path, value) in others.Where(fact => fact.Value.Length > 0))
        {
            facts[path] = value;
        }

        return facts;
    }
}

/// <summary>What an import may change of a pupil: see <see cref="Pupil.State"/>.</summary>
/// <param name="Details">Names, dates, class and flags.</param>
/// <param name="Status">SEN status.</param>
/// <param name="LeftOn">The last day; null while on roll.</param>
/// <param name="Destination">Where the pupil went.</param>
/// <param name="FormerUpns">Keys of the former UPNs.</param>
/// <param name="FlagPeriods">When flags held.</param>
/// <param name="StatusPeriods">Times of SEN status.</param>
/// <param name="Needs">Needs with their ranks.</param>
/// <param name="Contacts">Keys of the contacts in their order.</param>
public sealed record PupilState(
    PupilDetails Details,
    SenStatus Status,
    DateOnly? LeftOn,
    string Destination,
    IReadOnlyList<Guid> FormerUpns,
    IReadOnlyList<DatedPart> FlagPeriods,
    IReadOnlyList<StatusPart> StatusPeriods,
    IReadOnlyList<RankedPart> Needs,
    IReadOnlyList<Guid> Contacts)
{
    /// <summary>The keys of every part that an import leaves in its place; a time of status it may take away.</summary>
    internal IEnumerable<Guid> PartIds =>
        [.. FormerUpns, .. FlagPeriods.Select(part => part.Id), .. Needs.Select(part => part.Id), .. Contacts];
}

/// <summary>A dated part of a record.</summary>
public sealed record DatedPart(Guid Id, DateOnly? Start, DateOnly? End);

/// <summary>A time of SEN status, whole. A state that was stored before it was kept whole has no reason.</summary>
public sealed record StatusPart(Guid Id, SenStatus Status, DateOnly Start, DateOnly? End, string? Reason, DateOnly? MonitorUntil);

/// <summary>A need's place and end.</summary>
public sealed record RankedPart(Guid Id, int Rank, DateOnly? End);
