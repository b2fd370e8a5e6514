using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ReviewsPlanTypesAndBulkWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CarriedMeasure",
                table: "Targets",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CarriedSuccessCriterion",
                table: "Targets",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reformulated",
                table: "Targets",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReformulatedNote",
                table: "Targets",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PlanTypeId",
                table: "SupportCycles",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanTypeNumber",
                table: "SupportCycles",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartedOn",
                table: "Staff",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DefaultPlanTypeId",
                table: "Schools",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Area",
                table: "PlanStrategies",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "AssessmentStrands",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CycleId",
                table: "AssessmentRequests",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BulkActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    What = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NextSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Owner = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    ByWhen = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CycleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NextSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NextSteps_Staff_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextSteps_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTypes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    IsRetired = table.Column<bool>(type: "bit", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "RecentPupils",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecentPupils", x => new { x.StaffId, x.PupilId });
                    table.ForeignKey(
                        name: "FK_RecentPupils_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CycleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Of = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Who = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InvitedHow = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    How = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    GatheredBy = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Statements = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    GoesWell = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsHard = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Helps = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewViews_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulkActRows",
                columns: table => new
                {
                    BulkActId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordVersion = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Change = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    OldReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WasShared = table.Column<bool>(type: "bit", nullable: false),
                    Left = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkActRows", x => new { x.BulkActId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_BulkActRows_BulkActs_BulkActId",
                        column: x => x.BulkActId,
                        principalTable: "BulkActs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTypeVersions",
                columns: table => new
                {
                    PlanTypeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Template = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
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
                name: "IX_AssessmentRequests_CycleId",
                table: "AssessmentRequests",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkActs_SchoolId_At",
                table: "BulkActs",
                columns: new[] { "SchoolId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_NextSteps_CycleId",
                table: "NextSteps",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_NextSteps_OwnerId_DoneOn",
                table: "NextSteps",
                columns: new[] { "OwnerId", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanTypes_SchoolId_Key",
                table: "PlanTypes",
                columns: new[] { "SchoolId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecentPupils_PupilId",
                table: "RecentPupils",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_CycleId",
                table: "ReviewViews",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_PupilId",
                table: "ReviewViews",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_SchoolId",
                table: "ReviewViews",
                column: "SchoolId");

            migrationBuilder.AddForeignKey(
                name: "FK_AssessmentRequests_SupportCycles_CycleId",
                table: "AssessmentRequests",
                column: "CycleId",
                principalTable: "SupportCycles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

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
                name: "FK_AssessmentRequests_SupportCycles_CycleId",
                table: "AssessmentRequests");

            migrationBuilder.DropForeignKey(
                name: "FK_SupportCycles_PlanTypes_PlanTypeId",
                table: "SupportCycles");

            migrationBuilder.DropTable(
                name: "BulkActRows");

            migrationBuilder.DropTable(
                name: "NextSteps");

            migrationBuilder.DropTable(
                name: "PlanTypeVersions");

            migrationBuilder.DropTable(
                name: "RecentPupils");

            migrationBuilder.DropTable(
                name: "ReviewViews");

            migrationBuilder.DropTable(
                name: "BulkActs");

            migrationBuilder.DropTable(
                name: "PlanTypes");

            migrationBuilder.DropIndex(
                name: "IX_SupportCycles_PlanTypeId",
                table: "SupportCycles");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentRequests_CycleId",
                table: "AssessmentRequests");

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
                name: "StartedOn",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "DefaultPlanTypeId",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Area",
                table: "PlanStrategies");

            migrationBuilder.DropColumn(
                name: "Documents",
                table: "AssessmentStrands");

            migrationBuilder.DropColumn(
                name: "CycleId",
                table: "AssessmentRequests");
        }
    }
}
