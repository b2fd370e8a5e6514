using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.SetUp;

/// <summary>Sets the school up from a file, for those who install without a browser: <c>--setup school.json</c>. A second run changes nothing.</summary>
public static class SetUpFile
{
    /// <summary>The environment variable that holds the SENCo's password: a secret does not belong in the file.</summary>
    public const string PasswordVariable = "SENSUPPORT_SENCO_PASSWORD";

    private const long MostBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The file that the command line names; null when it names none.</summary>
    public static string? SetUpFileName(this WebApplication app) => app.Configuration["setup"];

    /// <summary>Reads the file and sets the school up. What it did, or each problem in a line of its own, is written out.</summary>
    /// <returns>The exit code: 0 when there is a school afterwards, 1 when the file has a problem.</returns>
    public static async Task<int> SetUpFromFileAsync(this WebApplication app, string file, TextWriter output, TextWriter errors)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<SetUpHandler>();
        if (handler.IsDone)
        {
            await output.WriteLineAsync("There is a school already. Nothing was changed.");
            return 0;
        }

        var (form, problems) = Read(file, app.Configuration[PasswordVariable] ?? "", scope.ServiceProvider.GetRequiredService<IValidator<SetUpForm>>());
        foreach (var problem in problems)
        {
            await errors.WriteLineAsync(problem);
        }

        if (form is null || problems.Count > 0)
        {
            return 1;
        }

        await output.WriteLineAsync(await handler.SetUpAsync(form) is null
            ? "There is a school already. Nothing was changed."
            : $"{form.School.Name} is set up. {form.Senco.Name} signs in as {form.Senco.Email}.");
        return 0;
    }

    /// <summary>Reads a file.</summary>
    /// <returns>What it says, and what is wrong with it, a line for each problem; with a problem nothing may be made of it.</returns>
    internal static (SetUpForm? Form, IReadOnlyList<string> Problems) Read(string file, string password, IValidator<SetUpForm> validator)
    {
        SetUpForm form;
        try
        {
            var info = new FileInfo(file);
            if (info.Exists && info.Length > MostBytes)
            {
                return (null, [$"{file}: the file is larger than 1 MB; a set-up file is a page long"]);
            }

            form = JsonSerializer.Deserialize<SetUpForm>(File.ReadAllText(file), Options) ?? throw new JsonException();
            if (form.Terms.Any(term => term is null))
            {
                throw new JsonException();
            }
        }
        catch (JsonException problem)
        {
            var where = problem.LineNumber is { } line ? $"line {line + 1}" : "the file";
            var what = problem.Path is { Length: > 1 } path ? $", {path.TrimStart('$', '.')}" : "";
            return (null, [$"{file}: {where}{what}: this is not a set-up file as docs/school.sample.json shows one"]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, [$"{file}: the file cannot be read. Check its name and that it may be read"]);
        }

        Clean(form);
        form.Senco.Password = password;
        return (form, [.. validator.Validate(form).Errors.Select(problem => problem.PropertyName.EndsWith(nameof(SencoFields.Password), StringComparison.Ordinal)
            ? $"{PasswordVariable}: {problem.ErrorMessage}"
            : $"{file}: {InFile(problem.PropertyName)}: {problem.ErrorMessage}")]);
    }

    // The same that the binder does to what a form brings.
    private static void Clean(object part)
    {
        foreach (var property in part.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod!.IsStatic == false))
        {
            switch (property.GetValue(part))
            {
                case string text when property.CanWrite:
                    property.SetValue(part, CleanTextBinder.Clean(text));
                    break;
                case System.Collections.IEnumerable rows and not string:
                    foreach (var row in rows)
                    {
                        Clean(row);
                    }

                    break;
                case { } inner when inner.GetType().Assembly == typeof(SetUpFile).Assembly:
                    Clean(inner);
                    break;
            }
        }
    }

    private static string InFile(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
