using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class TeachingGroupConfiguration : IEntityTypeConfiguration<TeachingGroup>
{
    public void Configure(EntityTypeBuilder<TeachingGroup> builder)
    {
        builder.ToTable("TeachingGroups");
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.Property(group => group.Version).IsConcurrencyToken();
        builder.Property(group => group.Name).HasMaxLength(TextLimits.Name);
        builder.Property(group => group.Subject).HasMaxLength(TextLimits.Name);
        builder.HasOne<School>().WithMany().HasForeignKey(group => group.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(group => new { group.SchoolId, group.StartYear, group.Name }).IsUnique();
        builder.HasMany(group => group.Pupils).WithOne().HasForeignKey(time => time.GroupId);
        builder.HasMany(group => group.Teachers).WithOne().HasForeignKey(time => time.GroupId);
        builder.Ignore(group => group.Year);
        builder.Ignore(group => group.PendingEvents);
    }
}

internal sealed class GroupPupilConfiguration : IEntityTypeConfiguration<GroupPupil>
{
    public void Configure(EntityTypeBuilder<GroupPupil> builder)
    {
        builder.ToTable("GroupPupils");
        builder.Property(time => time.Id).ValueGeneratedNever();
        builder.HasOne<Pupil>().WithMany().HasForeignKey(time => time.PupilId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(time => new { time.GroupId, time.PupilId });
        builder.HasIndex(time => time.PupilId);
    }
}

internal sealed class GroupTeacherConfiguration : IEntityTypeConfiguration<GroupTeacher>
{
    public void Configure(EntityTypeBuilder<GroupTeacher> builder)
    {
        builder.ToTable("GroupTeachers");
        builder.Property(time => time.Id).ValueGeneratedNever();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(time => time.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(time => new { time.StaffId, time.GroupId });
    }
}
