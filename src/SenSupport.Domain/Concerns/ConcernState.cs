namespace SenSupport.Domain.Concerns;

/// <summary>Whose concern it is (CoP 6.45: a parent's is always recorded, and compared with the school's own view). Stored by name.</summary>
public enum ConcernSource
{
    /// <summary>Somebody on the staff.</summary>
    Staff,

    /// <summary>A parent or carer.</summary>
    Parent,

    /// <summary>The pupil.</summary>
    Pupil,
}

/// <summary>Where a concern stands. Stored by name.</summary>
public enum ConcernState
{
    /// <summary>Nobody has decided on it yet.</summary>
    Open,

    /// <summary>Somebody looks into it.</summary>
    LookInto,

    /// <summary>The school watches, until a day.</summary>
    Monitor,

    /// <summary>It led to SEN Support.</summary>
    SenSupport,

    /// <summary>Nothing more is done, for a reason.</summary>
    NoAction,
}

/// <summary>The names of sources and states.</summary>
public static class ConcernWords
{
    /// <summary>Who raised it, as it is written on screen.</summary>
    public static string Name(this ConcernSource source) => source switch
    {
        ConcernSource.Parent => "Parent or carer",
        ConcernSource.Pupil => "The pupil",
        _ => "Staff",
    };

    /// <summary>Where it stands, as it is written on screen.</summary>
    public static string Name(this ConcernState state) => state switch
    {
        ConcernState.LookInto => "Being looked into",
        ConcernState.Monitor => "Monitored",
        ConcernState.SenSupport => "Led to SEN Support",
        ConcernState.NoAction => "No further action",
        _ => "Open",
    };

    /// <summary>Whether nothing more is to be done about it.</summary>
    public static bool IsClosed(this ConcernState state) => state is ConcernState.SenSupport or ConcernState.NoAction;
}
