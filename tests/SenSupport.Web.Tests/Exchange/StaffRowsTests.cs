using System.Text;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Staff;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Tests.Exchange;

public sealed class StaffRowsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("SENCo", StaffRoles.Senco)]
    [InlineData("SENDCO", StaffRoles.Senco)]
    [InlineData("SEN Co-ordinator", StaffRoles.Senco)]
    [InlineData("Deputy Head Teacher", StaffRoles.Head)]
    [InlineData("HEADTEACHER", StaffRoles.Head)]
    [InlineData("Class Teacher", StaffRoles.Teacher)]
    [InlineData("Year 4 teacher", StaffRoles.Teacher)]
    [InlineData("Teacher - KS2", StaffRoles.Teacher)]
    [InlineData("LSA", StaffRoles.TeachingAssistant)]
    [InlineData("HLTA (KS2)", StaffRoles.TeachingAssistant)]
    [InlineData("TA Level 3", StaffRoles.TeachingAssistant)]
    [InlineData("Teaching Assistant 1:1", StaffRoles.TeachingAssistant)]
    [InlineData("School Business Manager", StaffRoles.BusinessManager)]
    [InlineData("Data Manager", StaffRoles.Office)]
    [InlineData("Chair of Governors", StaffRoles.Governor)]
    [InlineData("PA to the Headteacher", StaffRoles.None)]
    [InlineData("Head of English", StaffRoles.None)]
    [InlineData("SEN assistant", StaffRoles.None)]
    [InlineData("Inclusion lead", StaffRoles.None)]
    [InlineData("Receptionist", StaffRoles.None)]
    [InlineData("Lunchtime supervisor", StaffRoles.None)]
    [InlineData("Office data and metadata", StaffRoles.None)]
    public void Word_AsSchoolsWriteIt_IsARoleOnlyWhereItIsClear(string word, StaffRoles role) => Assert.Equal(role, RoleWords.Of(word));

    [Theory]
    [InlineData("Deputy headteacher / SENCo", 2)]
    [InlineData("Teacher, Governor", 2)]
    [InlineData("Class teacher and SENCo", 2)]
    [InlineData("Office or data manager", 1)]
    [InlineData("Data and office manager", 1)]
    [InlineData(" , ", 0)]
    public void Cell_WithSeveralRoles_IsSplit(string cell, int words) => Assert.Equal(words, RoleWords.Split(cell).Count);

    [Fact]
    public void Sims_AsItIsExported_IsRead()
    {
        var (rows, problems) = Read("Title,Legal Forename,Preferred Forename,Legal Surname,Work Email,Post,Reg Group,Employment start\nMrs,Aoife,,O’Brien,A.OBrien@ash.example,Class Teacher,4W,01/09/2019\nMr,Robert,Bob,Green,bob@ash.example,TA,,\n");

        Assert.Empty(problems);
        Assert.Equal(("Aoife O’Brien", "a.obrien@ash.example", "Class Teacher", "4W"), (rows[0].Name, rows[0].Email, rows[0].JobTitle, rows[0].Classes.Single()));
        Assert.Equal(("Bob Green", "TA"), (rows[1].Name, rows[1].Roles.Single()));
    }

    [Theory]
    [InlineData("Mrs Amina Rahman", "Amina Rahman")]
    [InlineData("Rahman, Amina", "Amina Rahman")]
    [InlineData("Rahman, Mrs Amina", "Amina Rahman")]
    [InlineData("Dr. Amina Rahman", "Amina Rahman")]
    [InlineData("Mrs Rahman", "Mrs Rahman")]
    [InlineData("Mr Rees-Drew", "Mr Rees-Drew")]
    public void FullName_HoweverItIsWritten_IsForenameAndSurname(string written, string name) =>
        Assert.Equal(name, Read($"Full name;Email address;Role\n{written};a@ash.example;Teacher\n").Rows.Single().Name);

    [Fact]
    public void Lines_ForEachPostOfOnePerson_BecomeOne()
    {
        var (rows, problems) = Read("Staff name,Email,Job title,Class\nAmina Rahman,a@ash.example,Teacher,4W\nAmina Rahman,A@ash.example,SENCo,5K\n");

        Assert.Empty(problems);
        Assert.Equal((2, "Teacher"), (rows.Single().Line, rows.Single().JobTitle));
        Assert.Equal(["Teacher", "SENCo"], rows.Single().Roles);
        Assert.Equal(["4W", "5K"], rows.Single().Classes);
    }

    [Theory]
    [InlineData("Name,Email,Role\nA B,x@ash.example,Teacher\nC D,x@ash.example,Teacher\n", "Line 2, Email", "lines 2 and 3 with different names", 0)]
    [InlineData("Name,Email,Role\nA B,,Teacher\nA B,,Teacher\n", "Line 3, Email", "without an e-mail address", 1)]
    [InlineData("Name,Email,Role\n<script>alert(1)</script>,x@ash.example,Teacher\n", "Line 2, Name", "is no name", 0)]
    [InlineData("Name,Email,Role\nA B,x at ash,Teacher\n", "Line 2, Email", "is no e-mail address", 0)]
    [InlineData("Name,Email,Role\n,x@ash.example,Teacher\n", "Line 2", "The name is missing", 0)]
    [InlineData("Name,Email,Start date\nA B,x@ash.example,31/2/2026\n", "Line 2, Start date", "is no date", 0)]
    [InlineData("Name,Email,Leaving date\nA B,x@ash.example,1/9/2026\n", "Line 2, Leaving date", "left on 1 September 2026", 0)]
    [InlineData("Mail,Role\nx@ash.example,Teacher\n", "", "No column holds the names", 0)]
    public void Row_WhenSomethingIsWrong_IsLeftOutWithItsPlace(string csv, string where, string what, int left)
    {
        var (rows, problems) = Read(csv);

        Assert.Equal(left, rows.Count);
        Assert.StartsWith(where, problems[0].Where, StringComparison.Ordinal);
        Assert.Contains(what, problems[0].What, StringComparison.Ordinal);
        Assert.NotEmpty(problems[0].Mend);
    }

    [Fact]
    public void Columns_WhenAPersonCorrectsThem_TakeTheFieldFromTheOther()
    {
        var mapping = StaffRows.Fields.Match(["Name", "Email", "Other mail"]);
        var corrected = mapping.With(new Dictionary<int, string> { [0] = "FullName", [1] = "", [2] = "Email" });

        Assert.Equal([StaffField.FullName, null, StaffField.Email], corrected.Fields);
        Assert.Equal(corrected.Fields, StaffRows.Fields.Restore(mapping.Header, corrected.Write()).Fields);
        Assert.Equal([StaffField.FullName, null, StaffField.Email], mapping.With(new Dictionary<int, string> { [2] = "Email", [9] = "Role", [-1] = "Role" }).Fields);
        Assert.Equal(mapping.Fields, mapping.With(new Dictionary<int, string> { [2] = "<script>" }).Fields);
    }

    private static (IReadOnlyList<StaffRow> Rows, IReadOnlyList<ExchangeProblem> Problems) Read(string csv)
    {
        var table = TableReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv))).Table!;
        var problems = new ProblemList();
        return (StaffRows.Read(table, StaffRows.Fields.Match(table.Header), Today, problems), problems.ToList());
    }
}
