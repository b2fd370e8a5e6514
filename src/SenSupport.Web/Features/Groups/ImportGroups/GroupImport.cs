using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Shared.Imports;

namespace SenSupport.Web.Features.Groups.ImportGroups;

/// <summary>A pupil's or teacher's time that a file asks for.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null for an open end.</param>
public sealed record AskedTime(Guid PersonId, DateOnly From, DateOnly? Until);

/// <summary>What a file asks of one group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Subject">Its subject, as the file has it first.</param>
/// <param name="Year">Its academic year.</param>
/// <param name="GroupId">The group that is there already; null for one to add.</param>
public sealed record AskedGroup(string Name, string Subject, AcademicYear Year, Guid? GroupId)
{
    /// <summary>Pupils to add.</summary>
    public List<AskedTime> Pupils { get; } = [];

    /// <summary>Teachers to add.</summary>
    public List<AskedTime> Teachers { get; } = [];

    /// <summary>Teachers' names, to show.</summary>
    public List<string> TeacherNames { get; } = [];

    /// <summary>How many rows ask for what is there already.</summary>
    public int There { get; set; }

    /// <summary>Whether anything is to be done.</summary>
    public bool Changes => GroupId is null || Pupils.Count + Teachers.Count > 0;
}

/// <summary>What importing a file would do.</summary>
/// <param name="Groups">Group by group, by name.</param>
/// <param name="Problems">What is wrong, by line and column.</param>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="Refused">How many of them cannot be used.</param>
/// <param name="Columns">The columns of the file with what they hold, to be corrected.</param>
public sealed record GroupImport(IReadOnlyList<AskedGroup> Groups, IReadOnlyList<ExchangeProblem> Problems, int Rows, int Refused, ColumnsPanel Columns)
{
    /// <summary>Groups that are new.</summary>
    public int NewGroups => Groups.Count(group => group.GroupId is null);

    /// <summary>Pupils' times that are new.</summary>
    public int NewPupils => Groups.Sum(group => group.Pupils.Count);

    /// <summary>Teachers' times that are new.</summary>
    public int NewTeachers => Groups.Sum(group => group.Teachers.Count);

    /// <summary>Rows that ask for what is there already.</summary>
    public int There => Groups.Sum(group => group.There);

    /// <summary>Whether there is anything to import.</summary>
    public bool Changes => Groups.Any(group => group.Changes);

    /// <summary>All of it in a few characters: the same when it would do the same.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var group in Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"{group.Name}|{group.Subject}|{group.Year}|{group.GroupId};");
            foreach (var time in group.Pupils.Concat(group.Teachers))
            {
                text.Append(CultureInfo.InvariantCulture, $"{time.PersonId} {time.From:O} {time.Until:O};");
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
