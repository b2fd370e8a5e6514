using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Earlier;

/// <summary>A plan from before the school used SenSupport.</summary>
public sealed record EarlierPlanRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string Result { get; init; } = "";

    public Guid? DocumentId { get; init; }

    public string? FileName { get; init; }

    public int? Size { get; init; }

    /// <summary>From when to when.</summary>
    public string Dates => EndedOn is { } end ? $"{UkDate.Short(StartedOn)} to {UkDate.Short(end)}" : $"From {UkDate.Short(StartedOn)}";

    /// <summary>What the file is, for its link: "Word, 84 KB".</summary>
    public string FileInWords => FileName is null ? "" : $"{(FileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? "PDF" : "Word")}, {FileSize.InWords(Size ?? 0)}";

    /// <summary>A pupil's earlier plans, latest first; whether the person may read the record has been asked before.</summary>
    public static IQueryable<EarlierPlanRow> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from plan in pupil.PastPlans
        orderby plan.StartedOn descending, plan.Name
        select new EarlierPlanRow
        {
            Id = plan.Id,
            Name = plan.Name,
            StartedOn = plan.StartedOn,
            EndedOn = plan.EndedOn,
            Result = plan.Result,
            DocumentId = plan.DocumentId,
            FileName = pupil.Documents.Where(document => document.Id == plan.DocumentId).Select(document => document.FileName).FirstOrDefault(),
            Size = pupil.Documents.Where(document => document.Id == plan.DocumentId).Select(document => (int?)document.Size).FirstOrDefault(),
        };
}

/// <summary>Something that arrived from a previous setting.</summary>
public sealed record ReceivedRow
{
    public Guid Id { get; init; }

    public string From { get; init; } = "";

    public DateOnly ReceivedOn { get; init; }

    public string Text { get; init; } = "";

    public string Baselines { get; init; } = "";

    public Guid? DocumentId { get; init; }

    public Guid? CorrectsId { get; init; }

    public string? FileName { get; init; }

    public int? Size { get; init; }

    /// <summary>Entry baselines, one each.</summary>
    public IReadOnlyList<string> BaselineLines => Baselines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Where from and when.</summary>
    public string Title => $"{From}, {UkDate.Long(ReceivedOn)}";

    /// <summary>What a pupil's previous settings sent, latest first; whether the person may read the record has been asked before.</summary>
    public static IQueryable<ReceivedRow> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from received in pupil.ReceivedRecords
        orderby received.ReceivedOn descending, received.Id descending
        select new ReceivedRow
        {
            Id = received.Id,
            From = received.From,
            ReceivedOn = received.ReceivedOn,
            Text = received.Text,
            Baselines = received.Baselines,
            DocumentId = received.DocumentId,
            CorrectsId = received.CorrectsId,
            FileName = pupil.Documents.Where(document => document.Id == received.DocumentId).Select(document => document.FileName).FirstOrDefault(),
            Size = pupil.Documents.Where(document => document.Id == received.DocumentId).Select(document => (int?)document.Size).FirstOrDefault(),
        };
}

/// <summary>Sizes of files in words.</summary>
public static class FileSize
{
    /// <summary>"84 KB", "2.3 MB".</summary>
    public static string InWords(int bytes) => bytes < 1024 * 1024
        ? FormattableString.Invariant($"{Math.Max(1, bytes / 1024)} KB")
        : FormattableString.Invariant($"{bytes / 1048576.0:0.#} MB");
}
