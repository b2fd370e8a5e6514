using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class PupilMergeConfiguration : IEntityTypeConfiguration<PupilMerge>
{
    public void Configure(EntityTypeBuilder<PupilMerge> builder)
    {
        builder.ToTable("PupilMerges");
        builder.Property(merge => merge.Id).ValueGeneratedNever();
        builder.Property(merge => merge.Version).IsConcurrencyToken();
        builder.Property(merge => merge.MergedBy).HasMaxLength(TextLimits.Name);
        builder.Property(merge => merge.UndoneBy).HasMaxLength(TextLimits.Name);
        builder.Property(merge => merge.Rows).HasConversion(
            rows => JsonSerializer.Serialize(rows, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<MergedRows>(text, JsonSerializerOptions.Default)!);
        builder.HasOne<Pupil>().WithMany().HasForeignKey(merge => merge.KeptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pupil>().WithMany().HasForeignKey(merge => merge.MergedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(merge => merge.MergedId);
        builder.HasIndex(merge => new { merge.SchoolId, merge.MergedAt });
    }
}

internal sealed class NotSamePupilConfiguration : IEntityTypeConfiguration<NotSamePupil>
{
    public void Configure(EntityTypeBuilder<NotSamePupil> builder)
    {
        builder.ToTable("NotSamePupils");
        builder.HasKey(pair => new { pair.OneId, pair.OtherId });
        builder.Property(pair => pair.By).HasMaxLength(TextLimits.Name);
        builder.HasOne<Pupil>().WithMany().HasForeignKey(pair => pair.OneId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pupil>().WithMany().HasForeignKey(pair => pair.OtherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(pair => pair.SchoolId);
    }
}
