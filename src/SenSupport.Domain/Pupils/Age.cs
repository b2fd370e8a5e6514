namespace SenSupport.Domain.Pupils;

/// <summary>Age in England's sense, and the day on which rights pass to the young person.</summary>
public static class Age
{
    /// <summary>Whole years on a day. A birthday on 29 February falls on 1 March in other years, as English law has it.</summary>
    public static int On(DateOnly day, DateOnly birthDate)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>The last day of compulsory school age: the last Friday in June of the school year in which the person turns 16.</summary>
    public static DateOnly EndOfCompulsorySchoolAge(DateOnly birthDate)
    {
        var sixteenth = birthDate.AddYears(16);
        var juneYear = Schools.AcademicYear.Of(sixteenth).StartYear + 1;
        var lastOfJune = new DateOnly(juneYear, 6, 30);
        return lastOfJune.AddDays(-(((int)lastOfJune.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
    }

    /// <summary>Whether the rights under SEND law are the person's own on a day: they pass on the last day of compulsory school age.</summary>
    public static bool IsYoungPerson(DateOnly day, DateOnly birthDate) => day >= EndOfCompulsorySchoolAge(birthDate);
}
