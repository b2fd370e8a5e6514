using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PuttingRight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "BringOverStopped",
                table: "Targets",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "StopReason",
                table: "Targets",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "StoppedOn",
                table: "Targets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionsShared",
                table: "SupportCycles",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsMinor",
                table: "PlanVersions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "PlanVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBy",
                table: "PlanVersions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnReason",
                table: "PlanVersions",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BringOverStopped",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "StopReason",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "StoppedOn",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "VersionsShared",
                table: "SupportCycles");

            migrationBuilder.DropColumn(
                name: "IsMinor",
                table: "PlanVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "PlanVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawnBy",
                table: "PlanVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawnReason",
                table: "PlanVersions");
        }
    }
}
