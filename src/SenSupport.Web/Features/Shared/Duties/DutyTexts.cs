using System.Text.Json;
using System.Text.Json.Serialization;
using SenSupport.Domain.Duties;

namespace SenSupport.Web.Features.Shared.Duties;

/// <summary>What staff and parents read about a duty.</summary>
/// <param name="Kind">The duty.</param>
/// <param name="ExplanationForStaff">What the Code asks, in plain words.</param>
/// <param name="WhatToDo">What puts it right.</param>
/// <param name="ExplanationForParents">The same for parents.</param>
public sealed record DutyText(DutyKind Kind, string ExplanationForStaff, string WhatToDo, string ExplanationForParents)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<Dictionary<DutyKind, DutyText>> All = new(() =>
    {
        using var content = typeof(DutyText).Assembly.GetManifestResourceStream("Content/duties.json")!;
        return JsonSerializer.Deserialize<List<DutyText>>(content, Options)!.ToDictionary(text => text.Kind);
    });

    /// <summary>The texts of a duty.</summary>
    public static DutyText Of(DutyKind kind) => All.Value[kind];
}
