using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StaffRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Staff_SchoolId",
                table: "Staff");

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Staff",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastSignInAt",
                table: "Staff",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "Staff",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Staff",
                type: "nvarchar(900)",
                maxLength: 900,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortName",
                table: "Staff",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Staff",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql("UPDATE Staff SET Email = COALESCE((SELECT LOWER(AspNetUsers.Email) FROM AspNetUsers WHERE AspNetUsers.Id = Staff.AccountId), ''), SearchText = LOWER(Name), SortName = LOWER(Name)");

            migrationBuilder.CreateIndex(
                name: "IX_Staff_SchoolId_Email",
                table: "Staff",
                columns: new[] { "SchoolId", "Email" },
                unique: true,
                filter: "[Email] <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Staff_SchoolId_SortName",
                table: "Staff",
                columns: new[] { "SchoolId", "SortName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Staff_SchoolId_Email",
                table: "Staff");

            migrationBuilder.DropIndex(
                name: "IX_Staff_SchoolId_SortName",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "LastSignInAt",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "SortName",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Staff");

            migrationBuilder.CreateIndex(
                name: "IX_Staff_SchoolId",
                table: "Staff",
                column: "SchoolId");
        }
    }
}
