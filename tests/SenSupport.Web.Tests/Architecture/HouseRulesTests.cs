using System.Reflection;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using SenSupport.Domain.Pupils;
using SenSupport.Pdf;

namespace SenSupport.Web.Tests.Architecture;

public sealed class HouseRulesTests
{
    private static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly List<MethodInfo> Actions =
        [.. Web.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && method.GetCustomAttribute<NonActionAttribute>() is null)];

    private static IEnumerable<MethodInfo> Posts => Actions.Where(action => action.GetCustomAttributes<HttpMethodAttribute>() is var methods
        && (!methods.Any() || methods.Any(method => method.HttpMethods.Any(name => name is not ("GET" or "HEAD")))));

    [Theory]
    [InlineData(typeof(Pupil))]
    [InlineData(typeof(Document))]
    public void Library_WhateverItDoes_ReferencesNothingButTheRuntime(Type inIt) =>
        Assert.All(inIt.Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name + "."));

    [Fact]
    public void Feature_WhateverItDoes_UsesNoSibling()
    {
        var features = Path.Combine(Sources.Web, "Features");
        var found = 0;
        foreach (var file in Directory.EnumerateFiles(features, "*.cs*", SearchOption.AllDirectories))
        {
            var parts = Path.GetRelativePath(features, file).Split(Path.DirectorySeparatorChar);
            if (parts.Length == 1)
            {
                continue;
            }

            foreach (Match use in Regex.Matches(File.ReadAllText(file), @"\bFeatures\.([A-Z]\w+)"))
            {
                found++;
                Assert.True(
                    use.Groups[1].Value == "Shared" || use.Groups[1].Value == parts[0],
                    $"Features/{string.Join('/', parts)} uses Features.{use.Groups[1].Value}: what both need belongs in Features/Shared");
            }
        }

        Assert.True(found > 10, "The search finds nothing any more");
    }

    [Fact]
    public void Post_WhateverItDoes_SaysWhoMay()
    {
        Assert.NotEmpty(Posts);
        Assert.All(Posts, action => Assert.True(
            On<AuthorizeAttribute>(action).Any(rule => rule.Policy is not null) || On<AllowAnonymousAttribute>(action).Any(),
            $"{action.DeclaringType!.Name}.{action.Name} has no policy"));
    }

    [Fact]
    public void Form_WhenPosted_HasAValidatorOfItsOwn()
    {
        var forms = Posts.SelectMany(action => action.GetParameters()).Select(parameter => parameter.ParameterType)
            .Where(type => type.Assembly == Web && type.Name.EndsWith("Form", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.True(
            form.GetNestedTypes().Any(type => type.IsAssignableTo(typeof(AbstractValidator<>).MakeGenericType(form))), $"{form.Name} has no validator nested in it"));
    }

    [Fact]
    public void Controller_WhateverItDoes_IsAboutOneTask() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Sources.Web, "Features"), "*Controller.cs", SearchOption.AllDirectories),
            file => Assert.True(File.ReadLines(file).Count() <= 160, $"{Path.GetFileName(file)} is too long for one task"));

    [Fact]
    public void Program_WhateverIsAdded_ReadsLikeATableOfContents() =>
        Assert.True(File.ReadLines(Path.Combine(Sources.Web, "Program.cs")).Count() < 100);

    private static IEnumerable<T> On<T>(MethodInfo action)
        where T : Attribute => action.GetCustomAttributes<T>().Concat(action.DeclaringType!.GetCustomAttributes<T>());
}
