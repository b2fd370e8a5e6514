using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.Sqlite
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

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartedOn",
                table: "Staff",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "AssessmentStrands",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CycleId",
                table: "AssessmentRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BulkActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NextSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    ByWhen = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "RecentPupils",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PupilId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InvitedHow = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    How = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    GatheredBy = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Statements = table.Column<string>(type: "TEXT", nullable: false),
                    GoesWell = table.Column<string>(type: "TEXT", nullable: false),
                    IsHard = table.Column<string>(type: "TEXT", nullable: false),
                    Helps = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    PupilId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    BulkActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PupilId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordVersion = table.Column<Guid>(type: "TEXT", nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    OldReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AddedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WasShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Left = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false)
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
