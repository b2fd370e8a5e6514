using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SenSupport.Web.Features.SetUp;
using SenSupport.Web.Tests.Architecture;

namespace SenSupport.Web.Tests.Features.SetUp;

/// <summary>Setting up from a file, as a process of its own and by its reader.</summary>
public sealed class SetUpFileTests : IDisposable
{
    private const string Password = "violet-Kettle-harbour-71";

    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-file-").FullName;

    private static string Sample => Path.Combine(Sources.Root, "docs", "school.sample.json");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Program_WhenTheSampleIsGivenTwice_SetsUpOnceAndSaysSo()
    {
        var first = await RunAsync(Sample, Password);
        var second = await RunAsync(Sample, "");

        Assert.Equal((0, "Ash Lane Primary School is set up. Ruth Adeyemi signs in as senco@ash-lane.example.", ""), first);
        Assert.Equal((0, "There is a school already. Nothing was changed.", ""), second);
        await using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "file.db")}");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM Schools) || ' ' || (SELECT count(*) FROM Staff) || ' ' || (SELECT count(*) FROM AspNetUsers)";
        Assert.Equal("1 1 1", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Program_WhenTheFileHasProblems_SaysEachInALineAndExitsWithOne()
    {
        var file = Write("""{ "school": { "name": "", "localAuthorityNumber": "30" }, "senco": { "name": "Ruth", "email": "ruth" } }""");

        var (code, output, errors) = await RunAsync(file, "short");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal(
            [
                $"{file}: school.name: Enter the name of the school",
                $"{file}: school.localAuthorityNumber: Enter the local authority number: three digits, like 396",
                $"{file}: school.establishmentNumber: Enter the establishment number: four digits, like 2231",
                $"{file}: senco.email: The SENCo’s email address must be an email address, like name@example.org",
                "SENSUPPORT_SENCO_PASSWORD: Enter a password of 12 characters or more",
            ],
            errors.Split('\n'));
    }

    [Theory]
    [InlineData("", "line 1: this is not a set-up file as docs/school.sample.json shows one")]
    [InlineData("null", "the file: this is not a set-up file as docs/school.sample.json shows one")]
    [InlineData("[]", "line 1: this is not a set-up file as docs/school.sample.json shows one")]
    [InlineData("{\n  \"school\": {\n", "line 3, school: this is not a set-up file as docs/school.sample.json shows one")]
    [InlineData("{ \"pupils\": [] }", "line 1, pupils: this is not a set-up file as docs/school.sample.json shows one")]
    [InlineData("{ \"school\": null }", "line 1, school: this is not a set-up file as docs/school.sample.json shows one")]
    [InlineData("{ \"school\": { \"name\": 7 } }", "line 1, school.name: this is not a set-up file as docs/school.sample.json shows one")]
    public void Read_WhenTheFileIsNoSetUp_SaysWhere(string content, string problem)
    {
        var file = Write(content);

        var (form, problems) = SetUpFile.Read(file, Password, new SetUpForm.Validator());

        Assert.Null(form);
        Assert.Equal($"{file}: {problem}", Assert.Single(problems));
    }

    [Fact]
    public void Read_WhenTermsAreWrongOrARowIsNull_SaysWhich()
    {
        const string School = """ "school": { "name": "Ash Lane", "localAuthorityNumber": "301", "establishmentNumber": "2001" }, "senco": { "name": "Ruth", "email": "r@a.org" } """;

        Assert.Contains("terms[0].ends: Term 1: the last day must be after", Assert.Single(Problems($$"""{ {{School}}, "terms": [{ "name": "A", "starts": "2026-09-02", "ends": "2026-09-01" }] }""")), StringComparison.Ordinal);
        Assert.Single(Problems($$"""{ {{School}}, "terms": [null] }"""));
        Assert.Empty(Problems($$"""{ {{School}} }"""));
    }

    [Fact]
    public void Read_WhenTheFileIsMissingOrHuge_SaysSo()
    {
        var missing = Path.Combine(folder, "none.json");
        var huge = Write(new string(' ', 1024 * 1024 + 1));

        Assert.Equal([$"{missing}: the file cannot be read. Check its name and that it may be read"], SetUpFile.Read(missing, Password, new SetUpForm.Validator()).Problems);
        Assert.Equal([$"{huge}: the file is larger than 1 MB; a set-up file is a page long"], SetUpFile.Read(huge, Password, new SetUpForm.Validator()).Problems);
    }

    private IReadOnlyList<string> Problems(string content) => SetUpFile.Read(Write(content), Password, new SetUpForm.Validator()).Problems;

    private string Write(string content)
    {
        var file = Path.Combine(folder, "school.json");
        File.WriteAllText(file, content);
        return file;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string file, string password)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, "--setup", file, "--urls", "http://127.0.0.1:0", "--Logs:Folder", folder, "--ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "file.db")}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Serilog__MinimumLevel__Default"] = "Fatal";
        start.Environment[SetUpFile.PasswordVariable] = password;
        using var program = Process.Start(start)!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return (program.ExitCode, (await output).Trim().ReplaceLineEndings("\n"), (await errors).Trim().ReplaceLineEndings("\n"));
    }
}
