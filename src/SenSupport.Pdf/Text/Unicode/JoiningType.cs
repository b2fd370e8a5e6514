namespace SenSupport.Pdf.Text.Unicode;

/// <summary>Which sides of a letter join its neighbours (Unicode Standard, 9.2), by the types' short names.</summary>
internal enum JoiningType : byte
{
    /// <summary>Does not join.</summary>
    U,

    /// <summary>Makes others join.</summary>
    C,

    /// <summary>Joins on both sides.</summary>
    D,

    /// <summary>Joins on its left.</summary>
    L,

    /// <summary>Joins on its right.</summary>
    R,

    /// <summary>Transparent: a mark that joining passes over.</summary>
    T,
}
