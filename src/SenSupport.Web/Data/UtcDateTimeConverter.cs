using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SenSupport.Web.Data;

/// <summary>Both databases give times back without saying that they are UTC; this says it.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
