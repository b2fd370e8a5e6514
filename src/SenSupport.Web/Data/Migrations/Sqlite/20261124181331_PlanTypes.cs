using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlanTypes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CarriedMeasure",
                table: "Targets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CarriedSuccessCriterion",
                table: "Targets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reformulated",
                table: "Targets",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReformulatedNote",
                table: "Targets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PlanTypeId",
                table: "SupportCycles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanTypeNumber",
                table: "SupportCycles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "DefaultPlanTypeId",
                table: "Schools",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Area",
                table: "PlanStrategies",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlanTypes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTypes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTypes_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanTypeVersions",
                columns: table => new
                {
                    PlanTypeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Template = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTypeVersions", x => new { x.PlanTypeId, x.Number });
                    table.ForeignKey(
                        name: "FK_PlanTypeVersions_PlanTypes_PlanTypeId",
                        column: x => x.PlanTypeId,
                        principalTable: "PlanTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SupportCycles_PlanTypeId",
                table: "SupportCycles",
                column: "PlanTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTypes_SchoolId_Key",
                table: "PlanTypes",
                columns: new[] { "SchoolId", "Key" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_SupportCycles_PlanTypes_PlanTypeId",
                table: "SupportCycles",
                column: "PlanTypeId",
                principalTable: "PlanTypes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SupportCycles_PlanTypes_PlanTypeId",
                table: "SupportCycles");

            migrationBuilder.DropTable(
                name: "PlanTypeVersions");

            migrationBuilder.DropTable(
                name: "PlanTypes");

            migrationBuilder.DropIndex(
                name: "IX_SupportCycles_PlanTypeId",
                table: "SupportCycles");

            migrationBuilder.DropColumn(
                name: "CarriedMeasure",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "CarriedSuccessCriterion",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "Reformulated",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "ReformulatedNote",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "PlanTypeId",
                table: "SupportCycles");

            migrationBuilder.DropColumn(
                name: "PlanTypeNumber",
                table: "SupportCycles");

            migrationBuilder.DropColumn(
                name: "DefaultPlanTypeId",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Area",
                table: "PlanStrategies");
        }
    }
}
